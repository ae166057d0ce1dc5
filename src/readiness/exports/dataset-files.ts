// Files of a frozen data set for whoever trains on it elsewhere.
import type { DatasetContent } from '../datasets/dataset-reader.js';
import type { Split } from '../rows/split-of.js';

export interface OpenedFile {
  readonly bytes: number;
  /** To be read to its end or destroyed: then what was written for it is removed. */
  readonly content: NodeJS.ReadableStream;
}

export abstract class DatasetFiles {
  /** Written whole before its first byte is read, so that a file that breaks is never taken for one that is short. */
  abstract parquet(pages: AsyncIterable<readonly DatasetContent[]>, side: Split): Promise<OpenedFile>;
}
