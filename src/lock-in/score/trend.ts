// Which way does the score go? The slope by Theil and Sen (median of all pairwise slopes, so that one odd day does not
// tilt it), and whether there is a trend at all by Mann and Kendall. Sen, J. Am. Stat. Assoc. 63 (1968); Kendall (1975).
import { normalCdf } from '../../kernel/normal-distribution.js';

export interface ScoredDay {
  /** Days since any fixed day; not necessarily whole. */
  readonly day: number;
  readonly score: number;
}

export interface Trend {
  /** Points per 30 days; null: fewer than two days. */
  readonly pointsPer30Days: number | null;
  /** Two-sided p of no trend, by the normal approximation with ties; null: fewer than four days. */
  readonly p: number | null;
  /** p below 0.1. */
  readonly isTrend: boolean;
}

const daysMin = 4;
const pMax = 0.1;

export function trendOf(days: readonly ScoredDay[]): Trend {
  const slope = theilSenSlope(days);
  const p = days.length < daysMin ? null : mannKendallP(days);
  return { pointsPer30Days: slope === null ? null : slope * 30, p, isTrend: p !== null && p < pMax };
}

/** Median of the slopes of all pairs of different days; null: there is no such pair. */
export function theilSenSlope(days: readonly ScoredDay[]): number | null {
  const slopes: number[] = [];
  for (const [at, left] of days.entries()) {
    for (const right of days.slice(at + 1)) {
      if (right.day !== left.day) {
        slopes.push((right.score - left.score) / (right.day - left.day));
      }
    }
  }
  return slopes.length === 0 ? null : median(slopes);
}

/** Two-sided p with the correction for continuity and for ties. 1 where all scores are equal. */
export function mannKendallP(days: readonly ScoredDay[]): number {
  const scores = [...days].sort((left, right) => left.day - right.day).map((one) => one.score);
  let s = 0;
  for (const [at, left] of scores.entries()) {
    for (const right of scores.slice(at + 1)) {
      s += Math.sign(right - left);
    }
  }
  const n = scores.length;
  const ties = [...countsOf(scores).values()].reduce((sum, t) => sum + t * (t - 1) * (2 * t + 5), 0);
  const variance = (n * (n - 1) * (2 * n + 5) - ties) / 18;
  if (variance <= 0 || s === 0) {
    return 1;
  }
  const z = (Math.abs(s) - 1) / Math.sqrt(variance);
  return 2 * (1 - normalCdf(z));
}

function countsOf(scores: readonly number[]): Map<number, number> {
  const counts = new Map<number, number>();
  for (const score of scores) {
    counts.set(score, (counts.get(score) ?? 0) + 1);
  }
  return counts;
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((left, right) => left - right);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? 0;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? 0) + upper) / 2;
}
