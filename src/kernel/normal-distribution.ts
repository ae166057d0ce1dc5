// The standard normal distribution to near double precision, far tails included.
// Φ: the all-positive power series near the centre (Marsaglia, J. Stat. Softw. 11(4), 2004) and Laplace's continued
// fraction for the Mills ratio outside (Abramowitz & Stegun 26.2.14). Φ⁻¹: Wichura, algorithm AS 241 (PPND16),
// Appl. Statist. 37(3), 1988. Dimensionless; knows nothing of samples.

/** Outside this |x| the continued fraction takes over: the series loses digits in the tail, the fraction near 0. */
const seriesReach = 1.5;
/** Enough levels for a relative error below 1e-16 at |x| = 1.5; further out fewer would do. */
const fractionLevels = 180;
const rootOfTwoPi = 2.5066282746310002;

/** Density at x. The exponent is split at 1/16 so that squaring x costs no digits in the tail (Cody 1969). */
function density(x: number): number {
  const coarse = Math.trunc(x * 16) / 16;
  const rest = (x - coarse) * (x + coarse);
  return (Math.exp(-0.5 * coarse * coarse) * Math.exp(-0.5 * rest)) / rootOfTwoPi;
}

/** P(0 < Z < x) / φ(x) = x + x³/3 + x⁵/(3·5) + …, all terms of one sign. */
function centralRatio(x: number): number {
  let term = x;
  let sum = 0;
  for (let odd = 3; sum + term !== sum; odd += 2) {
    sum += term;
    term *= (x * x) / odd;
  }
  return sum;
}

/** P(Z > x) / φ(x) = 1/(x + 1/(x + 2/(x + 3/…))) for x well above 0. */
function millsRatio(x: number): number {
  let denominator = x;
  for (let level = fractionLevels; level >= 1; level -= 1) {
    denominator = x + level / denominator;
  }
  return 1 / denominator;
}

/**
 * Φ(x) = P(Z ≤ x). Relative error below 5e-15 in both tails, down to where doubles lose digits (x ≈ −37.5).
 * Throws RangeError on NaN: a probability of nothing would pass as a number.
 */
export function normalCdf(x: number): number {
  if (Number.isNaN(x)) {
    throw new RangeError('normalCdf needs a number');
  }
  if (Math.abs(x) < seriesReach) {
    return 0.5 + density(x) * centralRatio(x);
  }
  // Beyond 40 the tail is below the smallest double, and ∞ would make 0·∞ in the density.
  const far = Math.min(Math.abs(x), 40);
  const tail = density(far) * millsRatio(far);
  return x < 0 ? tail : 1 - tail;
}

/** 1 − Φ(x) without cancellation: the one-sided p-value of z = x. */
export function normalUpperTail(x: number): number {
  return normalCdf(-x);
}

/** One rational approximation of AS 241: coefficients in ascending powers. */
interface Rational {
  readonly above: readonly number[];
  readonly below: readonly number[];
}

const central: Rational = {
  above: [
    3.3871328727963665, 133.14166789178438, 1971.5909503065513, 13731.69376550946, 45921.95393154987, 67265.7709270087,
    33430.57558358813, 2509.0809287301227,
  ],
  below: [
    1, 42.31333070160091, 687.1870074920579, 5394.196021424751, 21213.794301586597, 39307.89580009271,
    28729.085735721943, 5226.495278852854,
  ],
};

const middle: Rational = {
  above: [
    1.4234371107496835, 4.630337846156546, 5.769497221460691, 3.6478483247632045, 1.2704582524523684,
    0.2417807251774506, 0.022723844989269184, 0.0007745450142783414,
  ],
  below: [
    1, 2.053191626637759, 1.6763848301838038, 0.6897673349851, 0.14810397642748008, 0.015198666563616457,
    0.0005475938084995345, 1.0507500716444169e-9,
  ],
};

const farTail: Rational = {
  above: [
    6.657904643501103, 5.463784911164114, 1.7848265399172913, 0.29656057182850487, 0.026532189526576124,
    0.0012426609473880784, 0.000027115555687434876, 2.0103343992922881e-7,
  ],
  below: [
    1, 0.599832206555888, 0.1369298809227358, 0.014875361290850615, 0.0007868691311456133, 0.000018463183175100548,
    1.421511758316446e-7, 2.0442631033899397e-15,
  ],
};

function polynomial(ascending: readonly number[], at: number): number {
  return ascending.reduceRight((sum, coefficient) => sum * at + coefficient, 0);
}

function rational(form: Rational, at: number): number {
  return polynomial(form.above, at) / polynomial(form.below, at);
}

/** Φ⁻¹(p) for 0 < p < 1, relative error below 1e-15. RangeError outside: no finite value exists there. */
export function normalQuantile(p: number): number {
  if (!(p > 0 && p < 1)) {
    throw new RangeError(`normalQuantile needs a probability strictly between 0 and 1, not ${p}`);
  }
  const offset = p - 0.5;
  if (Math.abs(offset) <= 0.425) {
    return offset * rational(central, 0.180625 - offset * offset);
  }
  const depth = Math.sqrt(-Math.log(offset < 0 ? p : 1 - p));
  const size = depth <= 5 ? rational(middle, depth - 1.6) : rational(farTail, depth - 5);
  return offset < 0 ? -size : size;
}
