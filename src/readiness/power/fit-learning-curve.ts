// What would more rows bring? Accuracy over the number of rows as a − b·n^−c, fitted by weighted least squares: for each c
// the best a and b are exact, and c is searched. Larger sets weigh more, because their accuracy is nearer to where the
// curve is read (Figueroa and others, BMC Med. Inform. Decis. Mak. 12:8, 2012).
import type { LearningCurve, LearningPoint } from '../facts/handed-measures.js';

/** Below four points three parameters say nothing. */
export const curvePointsMin = 4;
const [cLeast, cMost, cStep] = [0.02, 2, 0.02];
const goldenShare = (Math.sqrt(5) - 1) / 2;

interface Fit {
  readonly a: number;
  readonly b: number;
  readonly c: number;
}

interface Trial extends Fit {
  readonly error: number;
}

/** The fit is null below four different sizes, or where more rows did not help (b ≤ 0): then no gain is predicted. */
export function fitLearningCurve(points: readonly LearningPoint[]): LearningCurve {
  const sorted = [...points].sort((one, other) => one.trainRows - other.trainRows);
  const sizes = new Set(sorted.map(({ trainRows }) => trainRows));
  const trial = sizes.size < curvePointsMin ? null : bestFit(sorted);
  const fit = trial === null || trial.b <= 0 ? null : { a: trial.a, b: trial.b, c: trial.c };
  const largest = sorted.at(-1)?.trainRows ?? 0;
  return { points: sorted, fit, gainOfDoubling: fit === null ? null : gainOf(fit, largest) };
}

/** Accuracy at n rows, not below 0 nor above 1. */
export function accuracyAt({ a, b, c }: Fit, rows: number): number {
  return Math.min(1, Math.max(0, a - b * rows ** -c));
}

function gainOf(fit: Fit, rows: number): number {
  return Math.max(0, accuracyAt(fit, 2 * rows) - accuracyAt(fit, rows));
}

function bestFit(points: readonly LearningPoint[]): Trial {
  let best = fitAt(points, cLeast);
  for (let c = cLeast + cStep; c <= cMost; c += cStep) {
    const trial = fitAt(points, c);
    best = trial.error < best.error ? trial : best;
  }
  let [low, high] = [Math.max(cLeast / 2, best.c - cStep), best.c + cStep];
  while (high - low > 1e-6) {
    const [left, right] = [high - goldenShare * (high - low), low + goldenShare * (high - low)];
    if (fitAt(points, left).error <= fitAt(points, right).error) {
      high = right;
    } else {
      low = left;
    }
  }
  return fitAt(points, (low + high) / 2);
}

/** The straight line of accuracy over −n^−c, weighted by n; a is kept at 1 or below, where accuracy ends. */
function fitAt(points: readonly LearningPoint[], c: number): Trial {
  const terms = points.map(({ trainRows, accuracy }) => ({ x: -(trainRows ** -c), y: accuracy, weight: trainRows }));
  const total = terms.reduce((sum, { weight }) => sum + weight, 0);
  const meanOf = (value: (term: (typeof terms)[number]) => number) =>
    terms.reduce((sum, term) => sum + term.weight * value(term), 0) / total;
  const [meanX, meanY] = [meanOf(({ x }) => x), meanOf(({ y }) => y)];
  const spread = meanOf(({ x }) => (x - meanX) ** 2);
  const free = spread === 0 ? 0 : meanOf(({ x, y }) => (x - meanX) * (y - meanY)) / spread;
  const isFree = meanY - free * meanX <= 1;
  const b = isFree ? free : meanOf(({ x, y }) => x * (y - 1)) / meanOf(({ x }) => x * x);
  const a = isFree ? meanY - free * meanX : 1;
  return { a, b, c, error: meanOf(({ x, y }) => (y - a - b * x) ** 2) };
}
