// The door to a frozen data set for whoever trains on it or judges with it.
import type { Split } from './rows/split-of.js';

export interface DatasetRow {
  readonly rowKey: string;
  readonly text: string;
  readonly label: string | null;
}

export abstract class DatasetReader {
  /** All rows of one side, by row key; empty for a data set that is not there. */
  abstract rowsOf(datasetId: string, split: Split): Promise<DatasetRow[]>;
}
