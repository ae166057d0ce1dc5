// Tango's score statistic for a difference of paired shares (Statist. Med. 17, 891–908, 1998). The variance is the one
// the data would have if the difference truly were the trial value (restricted maximum likelihood), which keeps the test
// near its level where Wald's is too eager, and works with an empty discordant cell.
import { type PairedCounts, pairCount } from './paired-table.js';

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

/**
 * z(δ) = (b − c − nδ) / √(n(2q + δ(1 − δ))), with b the candidate-only and c the incumbent-only pairs.
 * Falls as δ rises, and is 0 at the observed difference. At δ = ±1 the variance vanishes: then ±∞, or 0 where the
 * observed difference is δ itself. Needs at least one pair and −1 ≤ δ ≤ 1 (RangeError).
 */
export function tangoScore(counts: PairedCounts, delta: number): number {
  const n = pairCount(counts);
  if (n === 0 || !(delta >= -1 && delta <= 1)) {
    throw new RangeError(`no score for a difference of ${delta} on ${n} pairs`);
  }
  const { onlyCandidateCorrect: wins, onlyIncumbentCorrect: losses } = counts;
  const excess = (wins - losses) / n - delta;
  if (excess === 0) {
    return 0;
  }
  const variance = restrictedVariance({ candidateOnly: wins / n, incumbentOnly: losses / n }, delta);
  return (excess * Math.sqrt(n)) / Math.sqrt(variance);
}
