// How many held-out rows does the comparison need, and what can it show with those that are there? By the score formula
// that the test itself stands on (kernel/sample-size).
import { scoreSampleSize } from '../../kernel/sample-size.js';

/** Assumed where the two models have not been compared yet: on one pair in ten only one of them is right. */
export const assumedDiscordance = 0.1;

export interface ComparisonPlan {
  readonly discordance: number;
  readonly alpha: number;
  readonly power: number;
}

/** Null where no number of rows shows it. */
export function requiredHoldoutRows(plan: ComparisonPlan, margin: number): number | null {
  return scoreSampleSize({ ...plan, difference: 0, margin });
}

const [marginLeast, marginMost] = [0.0005, 0.5];

/** The smallest margin, as a share, that so many rows can show; null where they show not even half. */
export function reachableMargin(plan: ComparisonPlan, holdoutRows: number): number | null {
  const isReached = (margin: number) => (requiredHoldoutRows(plan, margin) ?? Number.POSITIVE_INFINITY) <= holdoutRows;
  if (!isReached(marginMost)) {
    return null;
  }
  let [low, high] = [marginLeast, marginMost];
  while (high - low > 1e-5) {
    const middle = (low + high) / 2;
    if (isReached(middle)) {
      high = middle;
    } else {
      low = middle;
    }
  }
  return high;
}
