// Where measures by a student model are kept: they take seconds to minutes, and are made again only when the rows have
// become others.
import type { HandedMeasures } from '../facts/handed-measures.js';

export interface LearningMeasures {
  readonly projectId: string;
  /** Labelled rows that were there when it was measured. */
  readonly rows: number;
  /** Digest of the segments that it was measured on. */
  readonly digest: string;
  readonly at: number;
  readonly measures: HandedMeasures;
}

export abstract class LearningStore {
  abstract read(projectId: string): Promise<LearningMeasures | null>;
  abstract write(learning: LearningMeasures): Promise<void>;
}
