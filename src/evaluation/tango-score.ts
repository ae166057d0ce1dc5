// Tango's score statistic for a difference of paired shares (Statist. Med. 17, 891–908, 1998). The variance is the one
// the data would have if the difference truly were the trial value (restricted maximum likelihood), which keeps the test
// near its level where Wald's is too eager, and works with an empty discordant cell.
import { restrictedVariance } from '../kernel/restricted-variance.js';
import { type PairedCounts, pairCount } from './paired-table.js';

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
