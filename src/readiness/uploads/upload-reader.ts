// From the bytes of an upload to rows, faults and pictures: unpacked, whatever kind of file it is, at most a piece of it
// in memory. What a row is, the formats say; this port says what comes of a file.
import type { LookedAtImage, StoredImage } from '../images/image-store.js';
import type { FileFacts } from '../imports/file-facts.js';
import type { ImportFault } from '../imports/import-fault.js';
import type { ImportFormat } from '../imports/import-reader.js';
import type { RowContent } from '../rows/example.js';

/** Thrown while reading a file that cannot be read as a whole; the message is a sentence for its sender. */
export class UnreadableUpload extends Error {}

export interface UploadedFile {
  /** As they came, compressed or not. */
  readonly bytes: AsyncIterable<Uint8Array>;
  readonly name: string;
  /** Lower case, without parameters. */
  readonly mediaType: string;
  /** `gzip` or `zstd`; null: by the first bytes. */
  readonly encoding: string | null;
  readonly format: ImportFormat;
}

/** A picture that a row refers to; facts are null where its bytes were not delivered. */
export interface ShownReference {
  readonly ref: string;
  readonly facts: LookedAtImage | null;
}

export interface UploadedRow {
  readonly line: number;
  readonly byteOffset: number;
  readonly content: RowContent;
  readonly trimmed: boolean;
  readonly references: readonly ShownReference[];
}

/** A row, or the faults for which it is none: at least one. */
export type UploadOutcome = UploadedRow | { readonly faults: readonly ImportFault[] };

export interface UploadPart {
  readonly outcomes: readonly UploadOutcome[];
  /** Met for the first time in this upload; `stored` is null for one that is no picture or too large to keep. */
  readonly pictures: readonly {
    readonly ref: string;
    readonly facts: LookedAtImage;
    readonly stored: StoredImage | null;
  }[];
}

export const nothingRead: UploadPart = { outcomes: [], pictures: [] };

export interface UploadReading {
  /** To be read once, to its end. Throws UnreadableUpload; whatever the source throws is passed on. */
  parts(): AsyncIterable<UploadPart>;
  /** What is known of the file so far. */
  facts(): FileFacts;
}

export abstract class UploadReader {
  abstract open(file: UploadedFile): UploadReading;
}
