// Where the shadow's answers are kept beside the incumbent's, and counted.
import type { ShadowPair } from './shadow-pair.js';

export interface ShadowTally {
  /** Pairs whose two answers were compared. */
  readonly pairs: number;
  readonly agreeing: number;
  /** Copies that the candidate failed to answer: not among `pairs`. */
  readonly candidateFailures: number;
  /** Copies that the candidate answered or failed: what the share of failures is taken of. */
  readonly candidateCalls: number;
}

export abstract class ShadowPairStore {
  /** A pair that is already there is left as it is. */
  abstract append(pair: ShadowPair): Promise<void>;
  /** Pairs from `sinceMs` on. */
  abstract tally(query: { projectId: string; attempt: number; sinceMs: number }): Promise<ShadowTally>;
}
