// The door to a frozen data set for whoever trains on it or judges with it.
import type { ExampleKind, Message, ToolDeclaration } from '../rows/example.js';
import type { RowTraits } from '../rows/row-traits.js';
import type { Split } from '../rows/split-of.js';

export interface DatasetRow {
  readonly rowKey: string;
  readonly text: string;
  readonly label: string | null;
}

/** A row with all that is learnt from. */
export interface DatasetContent extends DatasetRow {
  readonly kind: ExampleKind;
  readonly messages: readonly Message[];
  readonly rejected: Message | null;
  readonly tools: readonly ToolDeclaration[];
  readonly traits: RowTraits;
}

export abstract class DatasetReader {
  /** All rows of one side, by row key; empty for a data set that is not there. */
  abstract rowsOf(datasetId: string, split: Split): Promise<DatasetRow[]>;
  /** Some rows of either side, by row key; those that are not in it are left out. @param keys at most some hundreds */
  abstract rowsWith(datasetId: string, keys: readonly string[]): Promise<DatasetRow[]>;
  /** The same with their turns, some hundreds at a time: for exports of any size. */
  abstract contentsOf(datasetId: string, split: Split): AsyncIterable<readonly DatasetContent[]>;
  /**
   * `sha256:` over the keys of the hold-out, as `setPass` tells it of rows that are not frozen. Null for a data set that is
   * not there, whose rows are not all there, or that holds nothing out.
   */
  abstract holdoutDigest(datasetId: string): Promise<string | null>;
}
