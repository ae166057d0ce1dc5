// One pipe for all bodies and queries: every faulty field is named at once, unknown fields are faults.
import { ValidationPipe } from '@nestjs/common';
import type { ValidationError } from 'class-validator';
import { type FieldFault, refusal } from '../../kernel/refusal.js';
import { Refused } from './refused.filter.js';

function escapePointer(key: string): string {
  return key.replaceAll('~', '~0').replaceAll('/', '~1');
}

/** Flattens class-validator's tree to JSON Pointers (RFC 6901) with a reason each. */
export function fieldFaults(errors: readonly ValidationError[], parent = ''): FieldFault[] {
  return errors.flatMap((error) => {
    const pointer = `${parent}/${escapePointer(error.property)}`;
    const own = Object.values(error.constraints ?? {}).map((reason) => ({ pointer, reason }));
    return [...own, ...fieldFaults(error.children ?? [], pointer)];
  });
}

export function validationPipe(): ValidationPipe {
  return new ValidationPipe({
    transform: true,
    whitelist: true,
    forbidNonWhitelisted: true,
    forbidUnknownValues: true,
    stopAtFirstError: false,
    exceptionFactory: (errors) => {
      const fields = fieldFaults(errors);
      const names = fields.map((one) => one.pointer).join(', ');
      return new Refused(refusal('bad-request', `These fields are faulty: ${names}.`, { fields }));
    },
  });
}
