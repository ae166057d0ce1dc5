// Lines of an invoice as they were brought, checked whole: a period that ends before it begins or a line that is told twice
// would count traffic wrongly without anybody noticing.
import { type FieldFault, type Refusal, refusal } from '../../kernel/refusal.js';
import type { InvoiceLine } from './invoice.js';
import { type CsvRow, readInvoiceCsv } from './read-invoice-csv.js';

/** A line with its days as ISO text. */
export interface BroughtLine {
  readonly vendor: string;
  readonly model?: string;
  readonly from: string;
  readonly until: string;
  readonly calls?: number;
  readonly inputTokens?: number;
  readonly outputTokens?: number;
  readonly amount: number;
  readonly currency: string;
}

export interface BroughtInvoice {
  readonly lines?: readonly BroughtLine[] | undefined;
  readonly csv?: string | undefined;
}

const linesMax = 1000;

/** @returns the lines, or a refusal that names every fault */
export function checkInvoice({ lines, csv }: BroughtInvoice): readonly InvoiceLine[] | Refusal {
  if ((lines === undefined) === (csv === undefined)) {
    return refusal('bad-request', 'Send the invoice either as lines or as csv.');
  }
  const { brought, faults } = lines === undefined ? fromCsv(csv ?? '') : { brought: lines, faults: [] };
  const known = new Set<string>();
  const all = [...faults, ...brought.flatMap((line, at) => faultsOf(line, at, known))];
  if (all.length > 0) {
    return refusal('bad-request', `The invoice has ${all.length} faults and was not taken.`, { fields: all });
  }
  return brought.length === 0 ? refusal('bad-request', 'The invoice has no lines.') : brought.map(toLine);
}

function fromCsv(csv: string): { brought: readonly BroughtLine[]; faults: FieldFault[] } {
  const { rows, faults } = readInvoiceCsv(csv);
  const told = faults.map(({ line, reason }) => ({ pointer: `/csv/${line}`, reason }));
  const tooMany = rows.length > linesMax ? [{ pointer: '/csv', reason: `has more than ${linesMax} lines` }] : [];
  return { brought: rows.slice(0, linesMax).map(fromRow), faults: [...told, ...tooMany] };
}

function fromRow(row: CsvRow): BroughtLine {
  const number = (text: string | undefined) => (text === undefined ? undefined : Number(text));
  const [calls, inputTokens, outputTokens] = [row.calls, row.inputTokens, row.outputTokens].map(number);
  return {
    vendor: row.vendor ?? '',
    from: row.from ?? '',
    until: row.until ?? '',
    amount: number(row.amount) ?? Number.NaN,
    currency: row.currency ?? '',
    ...(row.model !== undefined && { model: row.model }),
    ...(calls !== undefined && { calls }),
    ...(inputTokens !== undefined && { inputTokens }),
    ...(outputTokens !== undefined && { outputTokens }),
  };
}

const isoDay = /^\d{4}-\d{2}-\d{2}$/;

function faultsOf(line: BroughtLine, at: number, known: Set<string>): FieldFault[] {
  const faults: FieldFault[] = [];
  const add = (field: string, reason: string) => faults.push({ pointer: `/lines/${at}/${field}`, reason });
  if (line.vendor === '') {
    add('vendor', 'is missing');
  }
  const isDay = (text: string) => isoDay.test(text) && !Number.isNaN(Date.parse(`${text}T00:00:00Z`));
  if (!isDay(line.from) || !isDay(line.until)) {
    add('from', 'the period must be two days such as 2026-10-01');
  } else if (line.until <= line.from) {
    add('until', 'the period ends before it begins; `until` is the day after its last');
  }
  for (const field of ['calls', 'inputTokens', 'outputTokens'] as const) {
    const value = line[field];
    if (value !== undefined && !(Number.isSafeInteger(value) && value >= 0)) {
      add(field, 'must be a whole number from 0');
    }
  }
  if (!(Number.isFinite(line.amount) && line.amount >= 0)) {
    add('amount', 'must be a number from 0');
  }
  if (!/^[A-Z]{3}$/.test(line.currency)) {
    add('currency', 'must be a code of three letters such as USD');
  }
  const key = JSON.stringify([line.vendor, line.model ?? null, line.from, line.until]);
  if (known.has(key)) {
    add('vendor', 'this vendor, model and period were told already');
  }
  known.add(key);
  return faults;
}

function toLine(line: BroughtLine): InvoiceLine {
  return {
    vendor: line.vendor,
    model: line.model ?? null,
    fromAt: Date.parse(`${line.from}T00:00:00Z`),
    untilAt: Date.parse(`${line.until}T00:00:00Z`),
    calls: line.calls ?? null,
    inputTokens: line.inputTokens ?? null,
    outputTokens: line.outputTokens ?? null,
    amount: line.amount,
    currency: line.currency,
  };
}
