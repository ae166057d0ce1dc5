// Measures that need a student model: made elsewhere and handed in. Null: not made.
import type { EvidenceRow } from '../judging/evidence-sample.js';

export interface LearningPoint {
  readonly trainRows: number;
  readonly accuracy: number;
}

export interface LearningCurve {
  readonly points: readonly LearningPoint[];
  /** accuracy = a − b·n^−c */
  readonly fit: { readonly a: number; readonly b: number; readonly c: number } | null;
  /** Points of accuracy (0 to 1) that twice the rows should bring. */
  readonly gainOfDoubling: number | null;
}

export interface SuspectLabel {
  readonly rowKey: string;
  readonly given: string;
  readonly suggested: string;
  /** Of the suggested over the given label. */
  readonly margin: number;
  readonly excerpt: string;
  /** Where the row came from; left out: not known. */
  readonly place?: Pick<EvidenceRow, 'origin' | 'originId' | 'line'>;
}

export interface LabelNoise {
  readonly rows: number;
  readonly suspects: number;
  /** By margin, at most fifty. */
  readonly worst: readonly SuspectLabel[];
}

export interface HandedMeasures {
  readonly learningCurve: LearningCurve | null;
  readonly labelNoise: LabelNoise | null;
  /** p of the neighbour permutation test over the order of arrival; null: not made. */
  readonly orderP: number | null;
  /** Rows far from all others, most distant first; null: not looked for. */
  readonly outliers: readonly { readonly rowKey: string; readonly distance: number; readonly excerpt: string }[] | null;
}
