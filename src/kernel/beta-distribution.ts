// The beta distribution: its regularised incomplete integral and its quantiles. Continued fraction by Lentz's method in the
// form of Didonato and Morris (ACM TOMS 18, 1992, 360–373); ln Γ by Lanczos' series (g = 7, nine terms, relative error
// below 1e-14). Dimensionless. Waiting times and counts of Poisson processes with an unknown rate come down to it.

const lanczosG = 7;
const lanczosTerms = [
  676.5203681218851, -1259.1392167224028, 771.3234287776531, -176.6150291621406, 12.507343278686905,
  -0.13857109526572012, 9.984369578019572e-6, 1.5056327351493116e-7,
];

/** ln Γ(x) for x > 0; RangeError otherwise. */
export function logGamma(x: number): number {
  if (!(x > 0)) {
    throw new RangeError(`logGamma needs a number above 0, not ${x}`);
  }
  if (x < 0.5) {
    return Math.log(Math.PI / Math.sin(Math.PI * x)) - logGamma(1 - x);
  }
  const shifted = x - 1;
  const series = lanczosTerms.reduce((sum, term, index) => sum + term / (shifted + index + 1), 0.9999999999998099);
  const base = shifted + lanczosG + 0.5;
  return 0.5 * Math.log(2 * Math.PI) + (shifted + 0.5) * Math.log(base) - base + Math.log(series);
}

/** Both above 0. */
export interface BetaShape {
  readonly alpha: number;
  readonly beta: number;
}

function assertShape({ alpha, beta }: BetaShape): void {
  if (!(alpha > 0 && beta > 0 && Number.isFinite(alpha) && Number.isFinite(beta))) {
    throw new RangeError(`no beta distribution has the shape ${alpha}, ${beta}`);
  }
}

const tiny = 1e-300;
/** Some √max(α, β) steps are needed; this is enough for shapes of many millions. */
const stepsMax = 100_000;

function awayFromZero(value: number): number {
  return Math.abs(value) < tiny ? tiny : value;
}

/** The continued fraction of I_x(α, β) for x below α/(α + β), where it converges quickly. */
function fraction(x: number, { alpha, beta }: BetaShape): number {
  let upper = 1;
  let lower = 1 / awayFromZero(1 - ((alpha + beta) * x) / (alpha + 1));
  let value = lower;
  for (let step = 1; step <= stepsMax; step += 1) {
    const even = (step * (beta - step) * x) / ((alpha + 2 * step - 1) * (alpha + 2 * step));
    lower = 1 / awayFromZero(1 + even * lower);
    upper = awayFromZero(1 + even / upper);
    value *= lower * upper;
    const odd = (-(alpha + step) * (alpha + beta + step) * x) / ((alpha + 2 * step) * (alpha + 2 * step + 1));
    lower = 1 / awayFromZero(1 + odd * lower);
    upper = awayFromZero(1 + odd / upper);
    const change = lower * upper;
    value *= change;
    if (Math.abs(change - 1) < 1e-15) {
      return value;
    }
  }
  throw new RangeError(`the beta integral of the shape ${alpha}, ${beta} does not converge`);
}

/** I_x(α, β) = P(X ≤ x) for X ~ Beta(α, β), 0 ≤ x ≤ 1. RangeError on a shape that is none or on NaN. */
export function betaCdf(x: number, shape: BetaShape): number {
  assertShape(shape);
  if (Number.isNaN(x)) {
    throw new RangeError('betaCdf needs a number');
  }
  if (x <= 0 || x >= 1) {
    return x <= 0 ? 0 : 1;
  }
  const { alpha, beta } = shape;
  const logFront =
    logGamma(alpha + beta) - logGamma(alpha) - logGamma(beta) + alpha * Math.log(x) + beta * Math.log1p(-x);
  if (x < (alpha + 1) / (alpha + beta + 2)) {
    return (Math.exp(logFront) * fraction(x, shape)) / alpha;
  }
  return 1 - (Math.exp(logFront) * fraction(1 - x, { alpha: beta, beta: alpha })) / beta;
}

/**
 * The odds x/(1 − x) of the quantile x with I_x(α, β) = q, for 0 < q < 1 (RangeError outside). Odds, because near 1 a
 * double has no digits left for 1 − x. Halving of ln odds to 1e-13; Infinity where it is beyond a double.
 */
export function betaQuantileOdds(q: number, shape: BetaShape): number {
  assertShape(shape);
  if (!(q > 0 && q < 1)) {
    throw new RangeError(`a quantile lies strictly between 0 and 1, not at ${q}`);
  }
  let [low, high] = [-700, 700];
  while (high - low > 1e-13 * Math.max(1, Math.abs(low))) {
    const middle = (low + high) / 2;
    if (middle === low || middle === high) {
      break;
    }
    if (isBelow(q, middle, shape)) {
      high = middle;
    } else {
      low = middle;
    }
  }
  const odds = (low + high) / 2;
  return odds > 699 ? Number.POSITIVE_INFINITY : Math.exp(odds);
}

/** Whether the quantile lies below these ln odds; asked of the side whose tail is short. */
function isBelow(q: number, logOdds: number, { alpha, beta }: BetaShape): boolean {
  if (logOdds <= 0) {
    const odds = Math.exp(logOdds);
    return betaCdf(odds / (1 + odds), { alpha, beta }) >= q;
  }
  const rest = Math.exp(-logOdds);
  return betaCdf(rest / (1 + rest), { alpha: beta, beta: alpha }) <= 1 - q;
}

/** The quantile x itself, 0 < x < 1. */
export function betaQuantile(q: number, shape: BetaShape): number {
  const odds = betaQuantileOdds(q, shape);
  return odds === Number.POSITIVE_INFINITY ? 1 : odds / (1 + odds);
}
