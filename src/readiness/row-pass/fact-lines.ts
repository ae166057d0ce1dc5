// Facts of rows as text that a database takes in fast: one line a row, columns between unit separators, a sign that
// hardly any text has, so that hardly any value has to be quoted. Null is nothing at all, an empty text is two quotes.
import type { RowFacts } from '../rows/row-facts.js';
import { factColumns, factsAside } from '../set-pass/fact-columns.js';

export const factDelimiter = '\x1f';
const quote = '"';
/** What would be taken for the end of a value or of a line. */
const needsQuotes = new RegExp(`["\\r\\n${factDelimiter}]`);

/** @param salt of the project's split, as `splitSaltOf` gives it */
export function factLine(row: RowFacts, salt: string): string {
  const side = factsAside(row, salt);
  let line = '';
  for (let at = 0; at < factColumns.length; at += 1) {
    const value = factColumns[at]?.valueOf(row, side) ?? null;
    const text = value === null ? '' : typeof value === 'string' ? factText(value) : String(value);
    line += at === 0 ? text : factDelimiter + text;
  }
  return `${line}\n`;
}

function factText(value: string): string {
  if (value === '') {
    return '""';
  }
  return needsQuotes.test(value) ? `${quote}${value.replaceAll(quote, '""')}${quote}` : value;
}
