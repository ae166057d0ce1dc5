// Rows separated by commas, after RFC 4180, or by tabs, with the exact line and byte at which each record begins, quoted line breaks
// included. Stricter than most readers on purpose: a quote in the wrong place is a fault of that record, never a guess.
// A quote that is never closed costs one record, not the rest of the file: reading starts again on the next line.
import type { ByteLine } from './byte-lines.js';
import type { RowFault } from './import-fault.js';
import { lineText } from './line-text.js';

export interface CsvRecord {
  /** 1-based line on which the record begins. */
  readonly line: number;
  readonly byteOffset: number;
  readonly cells: readonly string[] | RowFault;
}

/** A quoted cell that runs on for longer than this was not closed. */
const recordLinesMax = 2_000;
const recordUnitsMax = 1_048_576;

/** The cells read so far; `open` while the last one is inside quotes. */
interface Parsing {
  readonly cells: string[];
  cell: string;
  open: boolean;
}

interface OpenRecord {
  readonly lines: ByteLine[];
  readonly parsing: Parsing;
  units: number;
}

/** Between tabs a quote in the middle of a cell is a sign like any other, as pandas and open_clip read it. */
export type CellSeparator = ',' | '\t';

export class CsvRecords {
  blankLines = 0;
  private record: OpenRecord | null = null;

  constructor(private readonly separator: CellSeparator = ',') {}

  push(line: ByteLine): CsvRecord[] {
    const records: CsvRecord[] = [];
    const waiting = [line];
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      const { done, again } = this.step(next);
      records.push(...done);
      waiting.unshift(...again);
    }
    return records;
  }

  end(): CsvRecord[] {
    const records: CsvRecord[] = [];
    while (this.record !== null) {
      const { done, again } = this.abandon('A quoted cell is never closed.');
      records.push(...done, ...again.flatMap((line) => this.push(line)));
    }
    return records;
  }

  private step(line: ByteLine): { done: CsvRecord[]; again: ByteLine[] } {
    const text = lineText(line);
    if (this.record === null) {
      return typeof text === 'string' ? this.begin(line, text) : { done: [recordAt(line, text)], again: [] };
    }
    const { lines, parsing } = this.record;
    lines.push(line);
    if (typeof text !== 'string') {
      const head = lines[0] ?? line;
      this.record = null;
      return { done: [recordAt(head, text)], again: [] };
    }
    this.record.units += text.length + 1;
    parsing.cell += '\n';
    const problem = parseInto(parsing, text, this.separator);
    const endless = lines.length > recordLinesMax || this.record.units > recordUnitsMax;
    if (problem !== null || (parsing.open && endless)) {
      return this.abandon(problem ?? 'A quoted cell is never closed.');
    }
    return { done: this.finish(), again: [] };
  }

  private begin(line: ByteLine, text: string): { done: CsvRecord[]; again: ByteLine[] } {
    if (text.trim() === '') {
      this.blankLines += 1;
      return { done: [], again: [] };
    }
    const parsing: Parsing = { cells: [], cell: '', open: false };
    const problem = parseInto(parsing, text, this.separator);
    if (problem !== null) {
      return { done: [recordAt(line, csvFault(problem))], again: [] };
    }
    this.record = { lines: [line], parsing, units: text.length };
    return { done: this.finish(), again: [] };
  }

  private finish(): CsvRecord[] {
    if (this.record === null || this.record.parsing.open) {
      return [];
    }
    const { lines, parsing } = this.record;
    this.record = null;
    return lines.slice(0, 1).map((head) => recordAt(head, parsing.cells));
  }

  /** The first line was wrong; the lines it had swallowed are read again. */
  private abandon(problem: string): { done: CsvRecord[]; again: ByteLine[] } {
    const [head, ...again] = this.record?.lines ?? [];
    this.record = null;
    return { done: head === undefined ? [] : [recordAt(head, csvFault(problem))], again };
  }
}

function recordAt(line: ByteLine, cells: CsvRecord['cells']): CsvRecord {
  return { line: line.number, byteOffset: line.offset, cells };
}

function csvFault(reason: string): RowFault {
  return { code: 'row.csv', field: '', reason };
}

/** Reads one physical line into the cells; a sentence when it breaks the form, else null. */
function parseInto(parsing: Parsing, text: string, separator: CellSeparator): string | null {
  let at = 0;
  while (at <= text.length) {
    if (!parsing.open && text[at] !== '"') {
      const comma = text.indexOf(separator, at);
      const end = comma === -1 ? text.length : comma;
      const bare = text.slice(at, end);
      if (separator === ',' && bare.includes('"')) {
        return 'A quote stands inside a cell that is not quoted.';
      }
      parsing.cells.push(bare);
      at = end + 1;
      continue;
    }
    const quoted = readQuoted(parsing, text, { from: parsing.open ? at : at + 1, separator });
    if (typeof quoted !== 'number') {
      return quoted;
    }
    at = quoted;
  }
  return null;
}

/** Index after the cell's separator; null when the cell goes on on the next line; a sentence when it breaks the form. */
function readQuoted(
  parsing: Parsing,
  text: string,
  { from, separator }: { from: number; separator: CellSeparator },
): number | string | null {
  parsing.open = true;
  let at = from;
  for (;;) {
    const quote = text.indexOf('"', at);
    if (quote === -1) {
      parsing.cell += text.slice(at);
      return null;
    }
    parsing.cell += text.slice(at, quote);
    if (text[quote + 1] !== '"') {
      parsing.open = false;
      parsing.cells.push(parsing.cell);
      parsing.cell = '';
      const after = text[quote + 1];
      return after === undefined || after === separator ? quote + 2 : 'Text follows the closing quote of a cell.';
    }
    parsing.cell += '"';
    at = quote + 2;
  }
}
