// How many pairs does the comparison need? "With your discordance you need n; below it the gate can only be inconclusive."
// Wald: the textbook formula. Score: the variance under H0 is the restricted one that Tango's test will use, so the
// promised power is met (simulated 0.80 where Wald's n falls short). Resampled: Miller, arXiv:2411.00640, when each example
// is answered several times. All in shares (0.03 is three points); each returns whole pairs, rounded up.
import { normalQuantile } from './normal-distribution.js';
import { restrictedVariance } from './restricted-variance.js';

export interface PairedPlan {
  /** ψ: expected share of pairs in which exactly one model is right. */
  readonly discordance: number;
  /** δ: assumed true difference candidate − incumbent, −ψ ≤ δ ≤ ψ. */
  readonly difference: number;
  readonly margin: number;
  /** One-sided. */
  readonly alpha: number;
  /** Wanted chance of a pass if the assumptions hold. */
  readonly power: number;
}

/** RangeError when the plan contradicts itself. */
function assertPlan({ discordance, difference, margin, alpha, power }: PairedPlan): void {
  const isConsistent = discordance >= 0 && discordance <= 1 && Math.abs(difference) <= discordance;
  if (!isConsistent || !(margin > 0 && margin < 1) || !(alpha > 0 && alpha < 1) || !(power > 0 && power < 1)) {
    throw new RangeError(`no plan with ${JSON.stringify({ discordance, difference, margin, alpha, power })}`);
  }
}

/** Rounds up; null where the number is beyond counting. At least one pair. */
function wholePairs(n: number): number | null {
  const pairs = Math.max(1, Math.ceil(n));
  return Number.isSafeInteger(pairs) ? pairs : null;
}

/** (z(1−α) + z(1−β))²(ψ − δ²)/(δ + m)². Null when δ ≤ −m: no number of pairs shows what is not so. */
export function waldSampleSize(plan: PairedPlan): number | null {
  assertPlan(plan);
  const distance = plan.difference + plan.margin;
  if (distance <= 0) {
    return null;
  }
  const quantiles = normalQuantile(1 - plan.alpha) + normalQuantile(plan.power);
  const variance = plan.discordance - plan.difference ** 2;
  return wholePairs((quantiles ** 2 * variance) / distance ** 2);
}

/**
 * ((z(1−α)√V0 + z(1−β)√V1)/(δ + m))², V0 the per-pair variance that the score test will use at the margin, V1 = ψ − δ² the
 * true one. Null when δ ≤ −m.
 */
export function scoreSampleSize(plan: PairedPlan): number | null {
  assertPlan(plan);
  const { discordance, difference, margin } = plan;
  const distance = difference + margin;
  if (distance <= 0) {
    return null;
  }
  const expected = { candidateOnly: (discordance + difference) / 2, incumbentOnly: (discordance - difference) / 2 };
  const varianceAtMargin = restrictedVariance(expected, -margin);
  const variance = Math.max(0, discordance - difference ** 2);
  const root =
    normalQuantile(1 - plan.alpha) * Math.sqrt(varianceAtMargin) + normalQuantile(plan.power) * Math.sqrt(variance);
  return wholePairs((root / distance) ** 2);
}

/** One model's share of the noise: variance of its score on one example, and answers drawn per example (may be ∞). */
export interface ResampledArm {
  readonly varianceWithinExample: number;
  readonly resamples: number;
}

export interface ResampledPlan {
  /** ω²: variance over examples of the true difference in score. */
  readonly varianceOfDifference: number;
  readonly candidate: ResampledArm;
  readonly incumbent: ResampledArm;
  readonly difference: number;
  /** Null: superiority, two-sided at α. A share: non-inferiority by that margin, one-sided at α. */
  readonly margin: number | null;
  readonly alpha: number;
  readonly power: number;
}

/** (z + z(1−β))²(ω² + σ²c/Kc + σ²i/Ki)/distance². Null when the distance to show is not there. */
export function resampledSampleSize(plan: ResampledPlan): number | null {
  const { candidate, incumbent, margin } = plan;
  const distance = margin === null ? Math.abs(plan.difference) : plan.difference + margin;
  if (distance <= 0) {
    return null;
  }
  const tail = margin === null ? plan.alpha / 2 : plan.alpha;
  const quantiles = normalQuantile(1 - tail) + normalQuantile(plan.power);
  const noise = [candidate, incumbent].reduce((sum, arm) => sum + arm.varianceWithinExample / arm.resamples, 0);
  return wholePairs((quantiles ** 2 * (plan.varianceOfDifference + noise)) / distance ** 2);
}
