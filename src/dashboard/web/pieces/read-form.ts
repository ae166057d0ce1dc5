// What was typed into a form, as the service takes it.

/** Undefined where nothing was typed: what is left out is not known. */
export function textOf(form: FormData, name: string): string | undefined {
  const text = String(form.get(name) ?? '').trim();
  return text === '' ? undefined : text;
}

export function numberOf(form: FormData, name: string): number | undefined {
  const text = textOf(form, name);
  return text === undefined ? undefined : Number(text);
}

/** The moment at which a day begins, as the service takes it. */
export function momentOf(form: FormData, name: string): string | undefined {
  const day = textOf(form, name);
  return day === undefined ? undefined : `${day}T00:00:00.000Z`;
}

/** One for each line that is not empty. */
export function linesOf(form: FormData, name: string): string[] {
  return String(form.get(name) ?? '')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

/** Without what was left out. */
export function given(fields: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}
