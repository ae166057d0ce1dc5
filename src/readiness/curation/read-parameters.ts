// Parameters of an action as they were sent: every fault is named at once, and nothing unknown is taken.
import type { FieldFault } from '../../kernel/refusal.js';
import type { ActionParameter, ParameterValue, ParameterValues } from './curation-action.js';

const listMax = 10_000;
const aliasesMax = 1_000;
const nameUnitsMax = 500;

/** @returns the values, or what is wrong with them. Pointers are JSON Pointers into the body. */
export function readParameters(
  declared: readonly ActionParameter[],
  given: Readonly<Record<string, unknown>>,
): ParameterValues | readonly FieldFault[] {
  const faults: FieldFault[] = Object.keys(given)
    .filter((name) => !declared.some((one) => one.name === name))
    .map((name) => ({ pointer: `/parameters/${name}`, reason: 'the action has no such parameter' }));
  const values: Record<string, ParameterValue> = {};
  for (const parameter of declared) {
    const value = Object.hasOwn(given, parameter.name) ? given[parameter.name] : undefined;
    const read = value === undefined ? absent(parameter) : readValue(parameter, value);
    if (read !== null && 'fault' in read) {
      faults.push({ pointer: `/parameters/${parameter.name}`, reason: read.fault });
    } else if (read !== null) {
      values[parameter.name] = read.value;
    }
  }
  return faults.length > 0 ? faults : values;
}

type Read = { readonly value: ParameterValue } | { readonly fault: string };

function absent({ required, choices }: ActionParameter): Read | null {
  const [first] = choices ?? [];
  if (first !== undefined) {
    return { value: first };
  }
  return required ? { fault: 'must be given' } : null;
}

function readValue({ kind, choices }: ActionParameter, value: unknown): Read {
  switch (kind) {
    case 'share':
      return typeof value === 'number' && value >= 0 && value <= 1
        ? { value }
        : { fault: 'must be a share from 0 to 1' };
    case 'choice':
      return typeof value === 'string' && choices?.includes(value)
        ? { value }
        : { fault: `must be one of ${(choices ?? []).join(', ')}` };
    case 'row keys':
      return readRowKeys(value);
    case 'aliases':
      return readAliases(value);
  }
}

function readRowKeys(value: unknown): Read {
  const isKey = (one: unknown) => typeof one === 'string' && /^[0-9a-f]{64}$/.test(one);
  return Array.isArray(value) && value.length > 0 && value.length <= listMax && value.every(isKey)
    ? { value: value as string[] }
    : { fault: `must be 1 to ${listMax} row keys of 64 hex digits` };
}

function readAliases(value: unknown): Read {
  const fault = { fault: `must be an object of 1 to ${aliasesMax} names, each with the name it should have` };
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return fault;
  }
  const entries = Object.entries(value);
  const isName = (one: unknown) => typeof one === 'string' && one.trim() !== '' && one.length <= nameUnitsMax;
  const isRight =
    entries.length > 0 && entries.length <= aliasesMax && entries.every(([from, to]) => isName(from) && isName(to));
  return isRight ? { value: Object.fromEntries(entries) as Record<string, string> } : fault;
}
