// What a remedy wants to be told, as typed into a form.
import type { Action } from './use-curation';

type Parameter = Action['parameters'][number];
export type Typed = Readonly<Record<string, string>>;

/** @returns the values as the service takes them; null while something that is required is missing or malformed */
export function parametersOf(action: Action, typed: Typed): Record<string, unknown> | null {
  const values: Record<string, unknown> = {};
  for (const parameter of action.parameters) {
    const text = (typed[parameter.name] ?? '').trim();
    if (text === '') {
      if (parameter.required) {
        return null;
      }
      continue;
    }
    const value = typedValue(parameter, text);
    if (value === null) {
      return null;
    }
    values[parameter.name] = value;
  }
  return values;
}

function typedValue({ kind }: Parameter, text: string): unknown {
  const lines = text.split('\n').flatMap((line) => (line.trim() === '' ? [] : [line.trim()]));
  switch (kind) {
    case 'share': {
      const share = Number(text);
      return Number.isFinite(share) ? share : null;
    }
    case 'row keys':
      return lines;
    case 'aliases': {
      const pairs = lines.map((line) => line.split('=').map((side) => side.trim()));
      return pairs.every(([from, to, more]) => from && to && more === undefined) ? Object.fromEntries(pairs) : null;
    }
    default:
      return text;
  }
}

export const hintOf: Readonly<Record<string, string>> = {
  share: 'A share between 0 and 1.',
  'row keys': 'One key a line; they can be copied from the rows.',
  aliases: 'One a line: the name as it is = the name that it should have.',
};
