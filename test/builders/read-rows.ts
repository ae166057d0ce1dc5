import { allFormats } from '../../src/readiness/formats/all-formats.js';
import { readFields } from '../../src/readiness/formats/read-row.js';
import { type Fields, isRead, type ReadRow } from '../../src/readiness/formats/row-format.js';

export const user = { role: 'user', content: 'q' };
export const assistant = { role: 'assistant', content: 'a' };

/** RangeError with the faults of a row that is none. */
export function read(fields: Fields): ReadRow {
  const row = readFields(fields, allFormats);
  if (!isRead(row)) {
    throw new RangeError(JSON.stringify(row));
  }
  return row;
}

/** Each as `code field`; none for a good row. */
export function faultsOf(fields: Fields): string[] {
  const row = readFields(fields, allFormats);
  return isRead(row) ? [] : row.map(({ code, field }) => `${code} ${field}`);
}
