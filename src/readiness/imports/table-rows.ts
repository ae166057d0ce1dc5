// Rows of a table whose first row names the columns.
import { withControlNote } from '../formats/parts/control-signs.js';
import { readFields } from '../formats/read-row.js';
import { isRead } from '../formats/row-format.js';
import { type ByteLine, ByteLines } from './byte-lines.js';
import { type CellSeparator, type CsvRecord, CsvRecords } from './csv-records.js';
import { type CsvColumns, readCells, readHeader } from './csv-row.js';
import type { FileFacts } from './file-facts.js';
import type { RowFault } from './import-fault.js';
import { type ImportOutcome, type RowSource, rejectedRow } from './row-source.js';

export class TableRows implements RowSource {
  private readonly lines = new ByteLines();
  private readonly records: CsvRecords;
  private columns: CsvColumns | null = null;
  private fault: string | null = null;
  private badUtf8Lines = 0;
  private firstBadByte: number | null = null;

  constructor(separator: CellSeparator) {
    this.records = new CsvRecords(separator);
  }

  push(chunk: Uint8Array): ImportOutcome[] {
    return this.readAll(this.cut(this.lines.push(chunk)));
  }

  end(): ImportOutcome[] {
    return this.readAll([...this.cut(this.lines.end()), ...this.records.end()]);
  }

  problem(): string | null {
    return this.fault;
  }

  facts(): Partial<FileFacts> {
    const { lines, crlfLines, hasMark: bom, endsWithNewline } = this.lines;
    const { badUtf8Lines, firstBadByte } = this;
    return {
      bom,
      lines,
      crlfLines,
      endsWithNewline,
      blankLines: this.records.blankLines,
      badUtf8Lines,
      firstBadByte,
      encodingFound: badUtf8Lines > 0 ? 'not-utf-8' : 'utf-8',
    };
  }

  private cut(lines: readonly ByteLine[]): CsvRecord[] {
    const records: CsvRecord[] = [];
    for (const line of lines) {
      for (const record of this.records.push(line)) {
        records.push(record);
      }
    }
    return records;
  }

  private readAll(records: readonly CsvRecord[]): ImportOutcome[] {
    const outcomes: ImportOutcome[] = [];
    for (const record of records) {
      const outcome = this.fault === null ? this.read(record) : null;
      if (outcome !== null) {
        outcomes.push(outcome);
      }
    }
    return outcomes;
  }

  private read({ line, byteOffset, cells }: CsvRecord): ImportOutcome | null {
    const place = { line, byteOffset };
    if (this.columns === null) {
      const header = 'code' in cells ? cells.reason : readHeader(cells);
      if (typeof header === 'string') {
        this.fault = header;
      } else {
        this.columns = header;
      }
      return null;
    }
    if ('code' in cells) {
      if (cells.badByte !== undefined) {
        this.badUtf8Lines += 1;
        this.firstBadByte ??= cells.badByte;
      }
      return rejectedRow(place, [cells]);
    }
    const fields = readCells(cells, this.columns);
    if (Array.isArray(fields)) {
      return rejectedRow(place, fields as readonly RowFault[]);
    }
    const read = readFields(fields as Record<string, unknown>, [this.columns.format]);
    if (!isRead(read)) {
      return rejectedRow(place, read);
    }
    const { content, trimmed, shape, pictures } = read;
    return { line, byteOffset, content: withControlNote(content), trimmed, shape, pictures };
  }
}
