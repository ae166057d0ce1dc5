// How much each indicator weighs: a version of its own, signed off by somebody. A profile changes weights, never the
// indicators nor what a fact is worth.
import type { Dimension } from '../indicator.js';

export interface Profile {
  readonly version: string;
  readonly signedOffBy: string;
  /** Of its ledger; the dimensions of a ledger sum to 100. */
  readonly dimensionWeights: Readonly<Record<Dimension, number>>;
  /** Of its dimension, by indicator id; each dimension sums to 1. */
  readonly indicatorWeights: Readonly<Record<string, number>>;
  /** Risk of what is not known, except for gates, where it is 1. */
  readonly unknownRisk: number;
  readonly confidenceOfBasis: Readonly<Record<string, number>>;
}

/** Share of the ledger's whole weight; 0 for an indicator that the profile does not know. */
export function globalWeight(profile: Profile, indicator: { id: string; dimension: Dimension }): number {
  return (profile.dimensionWeights[indicator.dimension] / 100) * (profile.indicatorWeights[indicator.id] ?? 0);
}
