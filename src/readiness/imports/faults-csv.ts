// Faults as a table that opens in any spreadsheet. A cell that would begin like a formula gets a quote before it: names
// of fields come from the file, and a spreadsheet would carry them out.
import type { ImportFault } from './import-fault.js';

export const faultsCsvHeader = 'line,byte_offset,field,code,reason\r\n';

const looksLikeFormula = /^[=+\-@\t\r]/;

function cell(value: string | number): string {
  if (typeof value === 'number') {
    return String(value);
  }
  const safe = looksLikeFormula.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

export function faultsCsvLines(faults: readonly ImportFault[]): string {
  return faults
    .map(
      ({ line, byteOffset, field, code, reason }) =>
        `${[line, byteOffset, field, code, reason].map(cell).join(',')}\r\n`,
    )
    .join('');
}
