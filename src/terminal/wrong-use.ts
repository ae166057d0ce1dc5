// The command was asked for what it cannot do: its caller is told in one sentence, and nothing was measured.

export class WrongUse extends Error {}

/** @param reason a sentence that names the option and its value, and what is allowed */
export function fail(reason: string): never {
  throw new WrongUse(reason);
}
