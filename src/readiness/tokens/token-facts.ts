// How many tokens has a row once the candidate's chat template is put around it? A bound for each row, the exact number
// only where the bound does not decide: byte-level and byte-fallback tokenisers give at most one token a byte.

export interface TokenFacts {
  /** Never more than the exact number. */
  readonly atLeast: number;
  /** Never less than the exact number. */
  readonly atMost: number;
  /** Whether the row is within the target's limit. Null: no limit is known, or the bounds do not decide. */
  readonly fits: boolean | null;
  /** Null: not counted, because the bounds decide, or because no tokeniser is known. */
  readonly exact: number | null;
  /** Of these: tokens of the answers that are learnt; null: not counted. */
  readonly trainable: number | null;
}
