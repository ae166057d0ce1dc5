import type { ShadowPair } from '../../src/exchanges/shadow-pair.js';
import { ShadowPairStore, type ShadowTally } from '../../src/exchanges/shadow-pair-store.js';

/** Pairs in memory. Held to the same contract as the SQL store: src/exchanges/shadow-pair-store.sql.spec.ts. */
export class FakeShadowPairStore extends ShadowPairStore {
  private readonly kept = new Map<string, ShadowPair>();

  append(pair: ShadowPair): Promise<void> {
    if (!this.kept.has(pair.id)) {
      this.kept.set(pair.id, pair);
    }
    return Promise.resolve();
  }

  tally(query: { projectId: string; attempt: number; sinceMs: number }): Promise<ShadowTally> {
    const inside = [...this.kept.values()].filter(
      (one) => one.projectId === query.projectId && one.attempt === query.attempt && one.at >= query.sinceMs,
    );
    return Promise.resolve({
      pairs: inside.filter((one) => one.agree !== null).length,
      agreeing: inside.filter((one) => one.agree === true).length,
      candidateFailures: inside.filter((one) => one.candidateFailed).length,
      candidateCalls: inside.filter((one) => one.agree !== null || one.candidateFailed).length,
    });
  }
}
