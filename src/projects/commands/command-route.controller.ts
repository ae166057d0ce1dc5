// What every command route has in common, read from the list of commands, so that the API cannot say otherwise.
import { applyDecorators, Post } from '@nestjs/common';
import { ApiExtension, ApiHeader, ApiOperation, ApiResponse } from '@nestjs/swagger';
import type { Role } from '../../kernel/principal.js';
import { type CommandName, commandNamed } from '../../lifecycle/commands.js';
import { Allow } from '../../platform/auth/allow.guard.js';
import { CommandResponse } from './commands.dto.js';

function operationIdOf(name: CommandName): string {
  return `${name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase())}Project`;
}

export function CommandRoute(name: CommandName) {
  const { summary, roles, needsIfMatch, confirmRoles } = commandNamed(name);
  const allowed = [...new Set([...roles, ...(confirmRoles ?? [])])] as [Role, ...Role[]];
  return applyDecorators(
    Post(name),
    Allow(...allowed),
    ApiOperation({ operationId: operationIdOf(name), summary }),
    ApiExtension('x-idempotent', true),
    ApiExtension('x-requires-if-match', needsIfMatch),
    ApiHeader({
      name: 'Idempotency-Key',
      required: true,
      description: 'Fresh for each new command, the same for its repeats.',
    }),
    ApiHeader({ name: 'If-Match', required: needsIfMatch, description: 'The ETag that you looked at, e.g. "v17".' }),
    ApiResponse({ status: name === 'advance' ? 202 : 200, type: CommandResponse, description: 'Carried out.' }),
  );
}
