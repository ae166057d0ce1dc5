// One comparison of candidate and incumbent on a held-out split, and what each answered to each row.

/** `running` although nobody runs it: a crash cut it off, and the job that asked for it goes on with it. */
export type EvaluationState = 'running' | 'succeeded' | 'failed' | 'cancelled';

export interface EvaluationRecord {
  readonly id: string;
  readonly projectId: string;
  readonly datasetId: string;
  readonly datasetDigest: string;
  readonly artefactDigest: string;
  readonly state: EvaluationState;
  readonly rows: number;
  /** Rows answered, 0 to 1; null where unknown. */
  readonly progressShare: number | null;
  readonly etaSeconds: number | null;
  /** The value of the evidence; null until it has succeeded. */
  readonly comparison: Readonly<Record<string, unknown>> | null;
  /** Why it failed, as a sentence. */
  readonly failure: string | null;
  readonly createdAt: number;
  readonly startedAt: number | null;
  readonly finishedAt: number | null;
}

export interface EvaluationItem {
  readonly rowKey: string;
  readonly expected: string;
  /** Null: no answer came. */
  readonly incumbentAnswer: string | null;
  readonly candidateAnswer: string | null;
  /** Null: cannot be told. */
  readonly incumbentCorrect: boolean | null;
  readonly candidateCorrect: boolean | null;
  /** Which side failed to answer and why; null when both answered. */
  readonly problem: string | null;
}

/** A row of the held-out split. */
export interface EvaluationRow {
  readonly rowKey: string;
  readonly text: string;
  readonly label: string;
}

/** How one question ended. */
export type Answered =
  | { readonly kind: 'answer'; readonly text: string }
  | { readonly kind: 'failure'; readonly reason: string; readonly detail: string };
