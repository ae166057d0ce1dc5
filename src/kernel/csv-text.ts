// Cells of a CSV file (RFC 4180: comma, double quotes, CRLF). Spreadsheets take a cell that begins with certain signs for
// a formula and run it: such cells begin with an apostrophe here (OWASP, CSV injection). A number is left a number.

// White space before the sign does not help: some programs take it away first.
const formula = /^(?:[\s\p{Cc}\ufeff]*[=+\-@|%＝＋－＠]|[\t\r])/u;

export type CsvCell = string | number | null;

export function csvText(rows: readonly (readonly CsvCell[])[]): string {
  return rows.map((cells) => `${cells.map(cellText).join(',')}\r\n`).join('');
}

function cellText(cell: CsvCell): string {
  const text = cell === null ? '' : String(cell);
  const safe = typeof cell === 'string' && formula.test(text) ? `'${text}` : text;
  return /[",\r\n']|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
