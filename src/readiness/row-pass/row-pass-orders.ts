// What the thread that reads rows is told and what it tells: pieces of files in, one state and files of facts out.
import type { TargetFacts } from '../facts/target-facts.js';
import type { FileKind } from '../imports/file-facts.js';
import type { ImportFormat } from '../imports/import-reader.js';
import type { FileTally } from '../measure/file-tally.js';
import type { SegmentFold } from '../measure/segment-fold.js';
import type { DeclaredSplit } from '../rows/example.js';
import type { RowFacts } from '../rows/row-facts.js';

/** The one thread of all that loads what knows languages. */
export const tellingThread = 0;

export interface RowPassJob {
  readonly target: TargetFacts;
  /** As `splitSaltOf` gives it. */
  readonly splitSalt: string;
  /** About how many rows there will be. */
  readonly expectedRows: number;
  readonly looksForPrivate: boolean;
  /** Where files of facts are written; null: none are. */
  readonly factsFolder: string | null;
  /** Names the files of this thread. */
  readonly thread: number;
}

export interface PassFile {
  /** Stands for the upload. */
  readonly importId: string;
  readonly declaredSplit: DeclaredSplit;
  readonly format: ImportFormat;
  readonly declaredKind: FileKind | null;
}

export interface PieceOrder {
  readonly kind: 'piece';
  readonly file: PassFile;
  /** `lines`: whole lines, of any part of the file. `stream`: the next bytes of a file that only one thread reads. */
  readonly cut: 'lines' | 'stream';
  readonly buffer: ArrayBuffer;
  readonly length: number;
  readonly isLast: boolean;
  /** Lines and bytes of the file before this piece. */
  readonly linesBefore: number;
  readonly offset: number;
}

export type RowPassOrder =
  | PieceOrder
  | { readonly kind: 'end' }
  /** The last order. Rows of other threads that are folded with their languages; none for threads that do not tell. */
  | { readonly kind: 'languages'; readonly rows: readonly RowFacts[] };

export interface PassFacts {
  readonly path: string;
  readonly rows: number;
  readonly longestLineBytes: number;
}

export interface ReadRows {
  readonly fold: SegmentFold;
  readonly files: Map<string, FileTally>;
  /** Rows whose languages are asked for, not folded yet; the thread that tells languages keeps its own. */
  readonly untold: readonly RowFacts[];
}

export type RowPassAnswer =
  /** The buffer goes back to be filled again. */
  | { readonly kind: 'read'; readonly buffer: ArrayBuffer; readonly rows: number }
  | { readonly kind: 'facts'; readonly facts: PassFacts }
  | ({ readonly kind: 'ended' } & ReadRows)
  | { readonly kind: 'told'; readonly fold: SegmentFold };
