// The variance that a paired comparison would have if the true difference were a given one (restricted maximum likelihood,
// Tango, Statist. Med. 17, 891–908, 1998). The test and the plan of how many pairs it needs both stand on it.

export interface DiscordantShares {
  /** Share of pairs that only the candidate got right. */
  readonly candidateOnly: number;
  /** Share of pairs that only the incumbent got right. */
  readonly incumbentOnly: number;
}

/**
 * Variance of one pair's difference if the true difference were delta: 2q + δ(1 − δ), where q, the restricted estimate of
 * the incumbent-only share, is the larger root of 2q² + Bq + C = 0, B = −b − c + (2 − b + c)δ, C = −cδ(1 − δ), in shares.
 * A negative δ is turned over with the models, so that C ≤ 0, every term is positive and nothing cancels.
 */
export function restrictedVariance({ candidateOnly, incumbentOnly }: DiscordantShares, delta: number): number {
  if (delta < 0) {
    return restrictedVariance({ candidateOnly: incumbentOnly, incumbentOnly: candidateOnly }, -delta);
  }
  const linear = -candidateOnly - incumbentOnly + (2 - candidateOnly + incumbentOnly) * delta;
  const product = incumbentOnly * delta * (1 - delta);
  const root = Math.hypot(linear, Math.sqrt(8 * product));
  const share = linear > 0 ? (2 * product) / (linear + root) : (root - linear) / 4;
  return 2 * share + delta * (1 - delta);
}
