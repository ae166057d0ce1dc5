// The port behind which a student is made for a question and thrown away again: how well do these rows teach those?
import type { StudentRow } from './student-rows.js';

export interface ScoringOrder {
  readonly train: readonly StudentRow[];
  /** Texts that the student is asked; none of them may be among the rows that it learns from. */
  readonly texts: readonly string[];
}

export interface StudentScores {
  /** In UTF-16 order. */
  readonly labels: readonly string[];
  /** Text by text, one probability for each label. */
  readonly probabilities: Float32Array;
}

export abstract class StudentScorer {
  /** Rejects with an Error whose message says why nothing could be learnt. */
  abstract score(order: ScoringOrder): Promise<StudentScores>;
}
