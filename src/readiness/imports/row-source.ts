// What comes out of a file, row by row, whatever kind of file it is.
import type { FormatName, InlinePicture } from '../formats/row-format.js';
import type { RowContent } from '../rows/example.js';
import type { RowTexts } from '../rows/row-bytes.js';
import type { FileFacts } from './file-facts.js';
import type { ImportFault, RowFault } from './import-fault.js';

export interface ImportedRow {
  /** 1-based. */
  readonly line: number;
  /** Byte of the file at which the row begins, counted from 0. */
  readonly byteOffset: number;
  readonly content: RowContent;
  /** Of the content, where they came off on the way. */
  readonly texts?: RowTexts;
  /** Turns after the last answer were dropped. */
  readonly trimmed: boolean;
  readonly shape: FormatName;
  /** Pictures that stood in the row. */
  readonly pictures: readonly InlinePicture[];
}

/** A row that is usable, or the faults for which it is not: at least one, all of the same row. */
export type ImportOutcome = ImportedRow | { readonly faults: readonly ImportFault[] };

/** How the rows of one kind of file are found. */
export interface RowSource {
  push(chunk: Uint8Array): ImportOutcome[];
  end(): ImportOutcome[];
  problem(): string | null;
  facts(): Partial<FileFacts>;
}

export function isImportedRow(outcome: ImportOutcome): outcome is ImportedRow {
  return 'content' in outcome;
}

export interface RowPlace {
  readonly line: number;
  readonly byteOffset: number;
}

export function rejectedRow({ line, byteOffset }: RowPlace, faults: readonly RowFault[]): ImportOutcome {
  return { faults: faults.map((fault) => ({ ...fault, line, byteOffset })) };
}
