// The whole comparison of candidate and incumbent from four counts: shares, interval, test, verdict, and how many pairs
// would decide it. Every number is finite or null, so the result can be stored, digested and sent as it is.

import { scoreSampleSize } from '../kernel/sample-size.js';
import type { NonInferiorityDecision, NonInferiorityRule } from './non-inferiority.js';
import {
  assertNonInferiorityRule,
  discordantPairsMin,
  judgeNonInferiority,
  pairsForExactBound,
} from './non-inferiority.js';
import { tangoInterval } from './paired-interval.js';
import { type PairedCounts, pairCount } from './paired-table.js';

export interface ComparisonRule extends NonInferiorityRule {
  /** Wanted chance of a pass if the assumptions behind `requiredPairs` hold; at least 0.5. */
  readonly power: number;
}

export interface PairedComparison extends PairedCounts, NonInferiorityDecision {
  readonly n: number;
  /** Shares correct; null without pairs, as is all that follows from them. */
  readonly incumbentAccuracy: number | null;
  readonly candidateAccuracy: number | null;
  /** Candidate − incumbent. */
  readonly difference: number | null;
  readonly differenceLow: number | null;
  readonly differenceHigh: number | null;
  /** 1 − 2α, two-sided: the interval whose lower limit decides. */
  readonly confidence: number;
  readonly margin: number;
  readonly alpha: number;
  readonly power: number;
  /** See `requiredPairs` below; null when it cannot be computed. */
  readonly requiredPairs: number | null;
  readonly method: 'tango-score/1';
}

/**
 * Pairs that would give the wanted power at the observed discordance, by the score formula.
 * Assumed true difference: min(0, observed). A lead is not credited (it may be luck), a lag is (assuming none would name
 * an n that this candidate has perhaps already seen). So while the verdict is inconclusive for want of pairs, the number
 * is always above n. Where so few pairs would be discordant that the exact bound rules, at least that bound.
 * Null without pairs, and when the observed difference is at or below −margin: then more of the same would not pass.
 */
function requiredPairs(counts: PairedCounts, rule: ComparisonRule): number | null {
  const n = pairCount(counts);
  if (n === 0) {
    return null;
  }
  const { onlyCandidateCorrect: wins, onlyIncumbentCorrect: losses } = counts;
  const discordance = (wins + losses) / n;
  const { margin, alpha, power } = rule;
  const pairs = scoreSampleSize({ discordance, difference: Math.min(0, (wins - losses) / n), margin, alpha, power });
  if (pairs === null || pairs * discordance >= discordantPairsMin) {
    return pairs;
  }
  return Math.max(pairs, pairsForExactBound(rule));
}

/** RangeError on impossible counts or rule. Without pairs: inconclusive, and null for every measured number. */
export function comparePaired(counts: PairedCounts, rule: ComparisonRule): PairedComparison {
  const n = pairCount(counts);
  assertNonInferiorityRule(rule);
  if (!(rule.power >= 0.5 && rule.power < 1)) {
    throw new RangeError(`a power of ${rule.power} plans nothing`);
  }
  const { bothCorrect, onlyCandidateCorrect, onlyIncumbentCorrect, bothWrong } = counts;
  const { margin, alpha, power } = rule;
  const confidence = 1 - 2 * alpha;
  const interval = tangoInterval(counts, confidence);
  return {
    n,
    bothCorrect,
    onlyCandidateCorrect,
    onlyIncumbentCorrect,
    bothWrong,
    incumbentAccuracy: n === 0 ? null : (bothCorrect + onlyIncumbentCorrect) / n,
    candidateAccuracy: n === 0 ? null : (bothCorrect + onlyCandidateCorrect) / n,
    difference: interval?.value ?? null,
    differenceLow: interval?.low ?? null,
    differenceHigh: interval?.high ?? null,
    confidence,
    margin,
    alpha,
    power,
    ...judgeNonInferiority(counts, rule),
    requiredPairs: requiredPairs(counts, rule),
    method: 'tango-score/1',
  };
}
