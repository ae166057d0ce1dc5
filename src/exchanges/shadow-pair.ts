// One call that was answered twice: by the incumbent for the client, by the candidate for nobody.

export interface ShadowPair {
  readonly id: string;
  readonly projectId: string;
  readonly attempt: number;
  /** ms */
  readonly at: number;
  /** Null when the two could not be compared: one of them gave no answer. */
  readonly agree: boolean | null;
  readonly candidateFailed: boolean;
  readonly incumbentAnswer: string | null;
  readonly candidateAnswer: string | null;
  readonly candidateLatencyMs: number | null;
  /** Why there is no comparison. */
  readonly failure: string | null;
}
