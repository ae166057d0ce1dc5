// From the bytes of an uploaded file to rows and faults, one chunk at a time. Whatever a line holds, reading goes on with
// the next: only a file that cannot be read as a whole (no header, UTF-16, a list that is cut) is refused.
import { formatsOf } from '../formats/all-formats.js';
import { type FormatName, formatNames } from '../formats/row-format.js';
import { type FileEncoding, type FileFacts, type FileKind, isAsDeclared, noFileFacts } from './file-facts.js';
import { type Sniffed, sniff } from './file-kind.js';
import { JsonRows } from './json-rows.js';
import { type ImportOutcome, isImportedRow, type RowSource } from './row-source.js';
import { TableRows } from './table-rows.js';

export const importFormats = ['auto', 'csv', ...formatNames] as const;
/** `auto`: what the bytes and the keys say. `csv`: a table, by commas or tabs. Others: JSON rows of that format. */
export type ImportFormat = 'auto' | 'csv' | FormatName;

export interface ImportReader {
  push(chunk: Uint8Array): ImportOutcome[];
  end(): ImportOutcome[];
  /** Why the file as a whole cannot be read, as a sentence; null as long as it can. Ask again after the end. */
  problem(): string | null;
  /** What is known of the file so far; whole after the end. */
  fileFacts(): FileFacts;
}

export interface ReaderOptions {
  readonly format: ImportFormat;
  /** What the name or the media type of the file says it is. */
  readonly declaredKind?: FileKind | null;
}

export function makeImportReader(options: ReaderOptions): ImportReader {
  return new SniffingReader(options.format, options.declaredKind ?? null);
}

const wideNames: Readonly<Partial<Record<FileEncoding, string>>> = { 'utf-16le': 'UTF-16', 'utf-16be': 'UTF-16' };

class SniffingReader implements ImportReader {
  private head: Uint8Array[] = [];
  private held = 0;
  private source: RowSource | null = null;
  private sniffed: Sniffed | null = null;
  private kind: FileKind | null = null;
  private readonly shapes: Record<string, number> = {};
  private firstShape: string | null = null;
  private mixedFromLine: number | null = null;

  constructor(
    private readonly format: ImportFormat,
    private readonly declaredKind: FileKind | null,
  ) {}

  push(chunk: Uint8Array): ImportOutcome[] {
    if (this.source !== null) {
      return this.counted(this.source.push(chunk));
    }
    if (this.sniffed !== null || chunk.length === 0) {
      return [];
    }
    this.head.push(chunk);
    this.held += chunk.length;
    return this.begin(false);
  }

  end(): ImportOutcome[] {
    const first = this.source === null && this.sniffed === null ? this.begin(true) : [];
    return this.source === null ? first : [...first, ...this.counted(this.source.end())];
  }

  problem(): string | null {
    const wide = wideNames[this.sniffed?.encoding ?? 'utf-8'];
    if (wide !== undefined) {
      return `The file is ${wide}. Save it as UTF-8 and upload it again.`;
    }
    return this.source?.problem() ?? null;
  }

  fileFacts(): FileFacts {
    const { kind, declaredKind } = this;
    const facts = this.source?.facts() ?? {};
    const encoding = this.sniffed?.encoding ?? 'utf-8';
    return {
      ...noFileFacts,
      ...facts,
      kind,
      declaredKind,
      autoConverted: kind !== null && declaredKind !== null && !isAsDeclared(kind, declaredKind),
      encodingFound: encoding === 'utf-8' ? (facts.encodingFound ?? encoding) : encoding,
      shapes: { ...this.shapes },
      mixedFromLine: this.mixedFromLine,
    };
  }

  private begin(isWhole: boolean): ImportOutcome[] {
    const [only] = this.head;
    const head = only !== undefined && this.head.length === 1 ? only : Buffer.concat(this.head);
    const sniffed = sniff(head, isWhole);
    if (sniffed === null) {
      return [];
    }
    this.sniffed = sniffed;
    this.head = [];
    if (sniffed.encoding !== 'utf-8') {
      return [];
    }
    this.kind = this.kindOf(sniffed);
    this.source = this.sourceOf(this.kind);
    return this.counted(this.source.push(head));
  }

  /** Text that is neither an object nor a list is a table, unless the file is said to hold JSON. */
  private kindOf({ kind }: Sniffed): FileKind | null {
    const isTable = kind === 'csv' || kind === 'tsv';
    if (this.format === 'csv') {
      return kind === 'tsv' ? 'tsv' : 'csv';
    }
    const isSaidJson = this.format !== 'auto' || (this.declaredKind ?? '').includes('json');
    return isTable && isSaidJson ? 'jsonl' : kind;
  }

  private sourceOf(kind: FileKind | null): RowSource {
    if (kind === 'csv' || kind === 'tsv') {
      return new TableRows(kind === 'tsv' ? '\t' : ',');
    }
    const formats = formatsOf(this.format === 'csv' ? 'auto' : this.format);
    return new JsonRows(formats, kind === 'json-array' || kind === 'pretty-json' ? 'values' : 'lines');
  }

  private counted(outcomes: ImportOutcome[]): ImportOutcome[] {
    for (const outcome of outcomes) {
      if (isImportedRow(outcome)) {
        const { shape, line } = outcome;
        this.shapes[shape] = (this.shapes[shape] ?? 0) + 1;
        this.firstShape ??= shape;
        if (shape !== this.firstShape) {
          this.mixedFromLine ??= line;
        }
      }
    }
    return outcomes;
  }
}
