// From the bytes of an uploaded file to rows and faults, one chunk at a time. Whatever a line holds, reading goes on with
// the next: only a file that cannot be read as a whole (no header, UTF-16) is refused.
import type { Message } from '../rows/example.js';
import { type ByteLine, ByteLines } from './byte-lines.js';
import { readChatLine } from './chat-row.js';
import { type CsvRecord, CsvRecords } from './csv-records.js';
import { type CsvColumns, readCells, readHeader } from './csv-row.js';
import type { ImportFault, RowFault } from './import-fault.js';
import { lineText } from './line-text.js';

export const importFormats = ['csv', 'chat'] as const;
/** `csv`: a header with text and label. `chat`: one JSON object with messages a line. */
export type ImportFormat = (typeof importFormats)[number];

export interface ImportedRow {
  readonly line: number;
  readonly messages: readonly Message[];
  /** Turns after the last answer were dropped. */
  readonly trimmed: boolean;
}

/** A row that is usable, or the faults for which it is not: at least one, all of the same row. */
export type ImportOutcome = ImportedRow | { readonly faults: readonly ImportFault[] };

export interface ImportReader {
  push(chunk: Uint8Array): ImportOutcome[];
  end(): ImportOutcome[];
  /** Why the file as a whole cannot be read, as a sentence; null as long as it can. */
  problem(): string | null;
}

export function makeImportReader(format: ImportFormat): ImportReader {
  return format === 'csv' ? new CsvReader() : new ChatReader();
}

function rejected(place: { line: number; byteOffset: number }, faults: readonly RowFault[]): ImportOutcome {
  return { faults: faults.map((fault) => ({ ...fault, ...place })) };
}

/** UTF-16 announces itself by its mark; read as bytes it would give one fault for every line. */
function utf16Problem(chunk: Uint8Array): string | null {
  const [first, second] = chunk;
  const marked = (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
  return marked ? 'The file is UTF-16. Save it as UTF-8 and upload it again.' : null;
}

class ChatReader implements ImportReader {
  private readonly lines = new ByteLines();
  private started = false;
  private fault: string | null = null;

  push(chunk: Uint8Array): ImportOutcome[] {
    if (!this.started && chunk.length > 1) {
      this.started = true;
      this.fault = utf16Problem(chunk);
    }
    return this.lines.push(chunk).flatMap((line) => this.read(line));
  }

  end(): ImportOutcome[] {
    return this.lines.end().flatMap((line) => this.read(line));
  }

  problem(): string | null {
    return this.fault;
  }

  private read(line: ByteLine): ImportOutcome[] {
    const place = { line: line.number, byteOffset: line.offset };
    const text = lineText(line);
    if (typeof text !== 'string') {
      return [rejected(place, [text])];
    }
    if (text.trim() === '') {
      return [];
    }
    const row = readChatLine(text);
    return ['messages' in row ? { line: line.number, ...row } : rejected(place, row)];
  }
}

class CsvReader implements ImportReader {
  private readonly lines = new ByteLines();
  private readonly records = new CsvRecords();
  private columns: CsvColumns | null = null;
  private started = false;
  private fault: string | null = null;

  push(chunk: Uint8Array): ImportOutcome[] {
    if (!this.started && chunk.length > 1) {
      this.started = true;
      this.fault = utf16Problem(chunk);
    }
    return this.readAll(this.lines.push(chunk).flatMap((line) => this.records.push(line)));
  }

  end(): ImportOutcome[] {
    const last = this.lines.end().flatMap((line) => this.records.push(line));
    return this.readAll([...last, ...this.records.end()]);
  }

  problem(): string | null {
    return this.fault;
  }

  private readAll(records: readonly CsvRecord[]): ImportOutcome[] {
    return records.flatMap((record) => (this.fault === null ? this.read(record) : []));
  }

  private read({ line, byteOffset, cells }: CsvRecord): ImportOutcome[] {
    const place = { line, byteOffset };
    if (this.columns === null) {
      const header = 'code' in cells ? cells.reason : readHeader(cells);
      if (typeof header === 'string') {
        this.fault = header;
      } else {
        this.columns = header;
      }
      return [];
    }
    if ('code' in cells) {
      return [rejected(place, [cells])];
    }
    const read = readCells(cells, this.columns);
    return isFaults(read) ? [rejected(place, read)] : [{ line, messages: read, trimmed: false }];
  }
}

function isFaults(read: readonly Message[] | readonly RowFault[]): read is readonly RowFault[] {
  return read.some((one) => 'code' in one);
}
