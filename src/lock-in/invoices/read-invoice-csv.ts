// Invoice lines from CSV (RFC 4180): a first line of names, then one line for each vendor, model and period. Every fault is
// named with its line; an invoice is taken whole or not at all.

export const invoiceColumns = [
  'vendor',
  'model',
  'from',
  'until',
  'calls',
  'inputTokens',
  'outputTokens',
  'amount',
  'currency',
] as const;
type Column = (typeof invoiceColumns)[number];

export interface CsvFault {
  /** 1 is the line of names. */
  readonly line: number;
  readonly reason: string;
}

/** A line by its names; an empty field is left out. */
export type CsvRow = Readonly<Partial<Record<Column, string>>>;

export interface ReadCsv {
  readonly rows: readonly CsvRow[];
  readonly faults: readonly CsvFault[];
}

export function readInvoiceCsv(text: string): ReadCsv {
  const { records, isWhole } = recordsOf(text.replace(/^\uFEFF/, ''));
  const [names = [], ...lines] = records;
  const header = names.map((name) => name.trim());
  const faults: CsvFault[] = [...namesWrong(header)];
  if (!isWhole) {
    faults.push({ line: records.length, reason: 'a quoted field does not end where the field ends' });
  }
  const rows: CsvRow[] = [];
  for (const [index, fields] of lines.entries()) {
    if (fields.length !== header.length) {
      faults.push({ line: index + 2, reason: `has ${fields.length} fields, the first line has ${header.length}` });
    } else {
      rows.push(Object.fromEntries(header.map((name, place) => [name, fields[place]]).filter(([, value]) => value)));
    }
  }
  return { rows, faults };
}

function namesWrong(header: readonly string[]): CsvFault[] {
  const unknown = header.filter((name) => !(invoiceColumns as readonly string[]).includes(name));
  const missing = (['vendor', 'from', 'until', 'amount', 'currency'] as const).filter((name) => !header.includes(name));
  return [
    ...unknown.map((name) => ({ line: 1, reason: `the column "${name}" is not known` })),
    ...missing.map((name) => ({ line: 1, reason: `the column "${name}" is missing` })),
  ];
}

/** Quotes hold commas, line ends and doubled quotes. Empty lines are left out. */
function recordsOf(text: string): { readonly records: string[][]; readonly isWhole: boolean } {
  const field = /("(?:[^"]|"")*"|[^,\r\n"][^,\r\n]*|)(,|\r\n|\n|\r|$)/gy;
  const records: string[][] = [];
  let record: string[] = [];
  let at = 0;
  for (const [whole, value = '', end = ''] of text.matchAll(field)) {
    at += whole.length;
    record.push(value.startsWith('"') ? value.slice(1, -1).replaceAll('""', '"') : value.trim());
    if (end !== ',') {
      records.push(record);
      record = [];
    }
    if (end === '') {
      break;
    }
  }
  return { records: records.filter((one) => one.length > 1 || one[0] !== ''), isWhole: at === text.length };
}
