// Is the candidate at most a margin worse than the incumbent? One look, offline, on paired correctness.
// H0: Δ ≤ −m against H1: Δ > −m by Tango's score; its restricted variance keeps the false-pass rate nearer α than
// Wald's (Liu et al., Statist. Med. 21, 2002). "No significant difference" is never read as "not worse".
//
// pass          z(−m) > z(1−α), that is the lower limit of the two-sided (1 − 2α) interval lies above −m; and where fewer
//               than ten pairs are discordant also n ≥ ⌈ln α / ln(1 − m)⌉, the n at which losing not once is exact proof.
// fail          shown worse by more than the margin: z(−m) < −z(1−α), the whole interval below −m; and two exact checks
//               agree, for the score is too eager here when few pairs are discordant: that the losses outnumber the
//               wins by luck (fair coin on the discordant pairs) and that so large an excess of losses comes from the
//               margin alone (n trials at chance m) are each at most α likely.
// inconclusive  anything else: more pairs are needed, or the truth lies too near the margin.
//
// False rates at Δ = −m by exact enumeration (n 5 … 400, m 3, 5, 10 %, worst over discordance): at α = 0.05 pass ≤ 0.061,
// fail ≤ 0.075 (0.087 without the exact checks).
import { normalQuantile, normalUpperTail } from '../kernel/normal-distribution.js';
import type { Outcome } from '../kernel/verdict.js';
import { binomialUpperTail } from './binomial-tail.js';
import { type PairedCounts, pairCount } from './paired-table.js';
import { tangoScore } from './tango-score.js';

export interface NonInferiorityRule {
  /** How much worse in share correct is still not inferior: 0.03 is three points. Strictly between 0 and 1. */
  readonly margin: number;
  /** One-sided error, strictly between 0 and 0.5. */
  readonly alpha: number;
}

export interface NonInferiorityDecision {
  readonly outcome: Exclude<Outcome, 'error'>;
  /** Score at the margin; null without pairs. */
  readonly z: number | null;
  readonly pValueOneSided: number | null;
}

/** Below this many discordant pairs the score's pass is liberal. */
export const discordantPairsMin = 10;

/** RangeError on a margin or alpha that makes no test. */
export function assertNonInferiorityRule({ margin, alpha }: NonInferiorityRule): void {
  if (!(margin > 0 && margin < 1) || !(alpha > 0 && alpha < 0.5)) {
    throw new RangeError(`no non-inferiority test with margin ${margin} and alpha ${alpha}`);
  }
}

/** ⌈ln α / ln(1 − m)⌉: that many pairs without a loss would happen less often than α if the chance of a loss were m. */
export function pairsForExactBound({ margin, alpha }: NonInferiorityRule): number {
  return Math.ceil(Math.log(alpha) / Math.log1p(-margin));
}

function isEnoughForPass(counts: PairedCounts, rule: NonInferiorityRule): boolean {
  const discordant = counts.onlyCandidateCorrect + counts.onlyIncumbentCorrect;
  return discordant >= discordantPairsMin || pairCount(counts) >= pairsForExactBound(rule);
}

function isExactlyWorse(counts: PairedCounts, { margin, alpha }: NonInferiorityRule): boolean {
  const { onlyCandidateCorrect: wins, onlyIncumbentCorrect: losses } = counts;
  const byLuck = binomialUpperTail({ n: wins + losses, chance: 0.5, atLeast: losses });
  const byMargin = binomialUpperTail({ n: pairCount(counts), chance: margin, atLeast: losses - wins });
  return byLuck <= alpha && byMargin <= alpha;
}

/** Judges the counts as the head of this file says. No pair at all is inconclusive. RangeError on an impossible rule. */
export function judgeNonInferiority(counts: PairedCounts, rule: NonInferiorityRule): NonInferiorityDecision {
  assertNonInferiorityRule(rule);
  if (pairCount(counts) === 0) {
    return { outcome: 'inconclusive', z: null, pValueOneSided: null };
  }
  const z = tangoScore(counts, -rule.margin);
  const critical = normalQuantile(1 - rule.alpha);
  const pValueOneSided = normalUpperTail(z);
  if (z > critical && isEnoughForPass(counts, rule)) {
    return { outcome: 'pass', z, pValueOneSided };
  }
  const isWorse = z < -critical && isExactlyWorse(counts, rule);
  return { outcome: isWorse ? 'fail' : 'inconclusive', z, pValueOneSided };
}
