// What the comparison at the end will stand on, as far as the data side can know it.

export interface EvaluationFacts {
  /** How answers can be scored; null: nothing can score them. */
  readonly evaluator: 'exact' | 'json-schema' | 'numeric' | 'judge' | null;
  /** Rows on which a judge was compared with people; null: no judge. */
  readonly judgeCalibrationRows: number | null;
  /** Score of the incumbent on the hold-out; null: not measured. */
  readonly incumbentScore: number | null;
  /** Digest of the hold-out when it was first judged with; null: not judged with yet, or, after a look, not known. */
  readonly holdoutDigestAtFirstUse: string | null;
  /** Of the hold-out as it is now, by whoever assembled it; null: there is none, or it is not assembled yet. */
  readonly holdoutDigest: string | null;
  /** How often the hold-out was judged with. */
  readonly looks: number;
}
