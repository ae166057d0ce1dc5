// Where frozen data sets are kept. A data set is its rows and their sides: freezing the same again gives the same id.

import type { FunnelStep } from '../funnel.js';
import type { DeclaredSplit } from '../rows/example.js';
import type { Split } from '../rows/split-of.js';
import { DatasetReader } from './dataset-reader.js';

export interface DatasetManifest {
  readonly splitSalt: string;
  readonly funnel: readonly FunnelStep[];
  readonly methodVersion: string;
}

export interface FrozenDataset {
  readonly id: string;
  readonly projectId: string;
  readonly digest: string;
  readonly trainRows: number;
  readonly holdoutRows: number;
  readonly manifest: DatasetManifest;
  readonly frozenAt: number;
  readonly frozenBy: string;
}

/** A row as it stood when the data set was measured. */
export interface RowToFreeze {
  readonly rowKey: string;
  readonly declaredSplit: DeclaredSplit;
  readonly side: Split;
}

export abstract class DatasetStore extends DatasetReader {
  /**
   * Copies the rows, as delivered or as an edit made them, and then writes the data set: before that nobody can see it,
   * and a copy that broke off is carried on by the next one. Throws when a row to be kept is not stored.
   * @returns the one that is stored, which may be older
   */
  abstract freeze(
    dataset: FrozenDataset,
    rows: Iterable<RowToFreeze> | AsyncIterable<RowToFreeze>,
  ): Promise<FrozenDataset>;
  abstract find(projectId: string, id: string): Promise<FrozenDataset | null>;
  /** Newest first. */
  abstract list(projectId: string, limit: number): Promise<readonly FrozenDataset[]>;
}
