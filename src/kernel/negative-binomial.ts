// How many events will come? A Poisson process whose rate is known by a gamma distribution gives negative binomial counts:
// P(K ≤ k) = I_p(r, k + 1).
import { betaCdf } from './beta-distribution.js';

export interface NegativeBinomial {
  /** r > 0, need not be whole. */
  readonly shape: number;
  /** p, strictly between 0 and 1; the mean is r(1 − p)/p. */
  readonly chance: number;
}

/** P(K ≤ count). */
export function negativeBinomialCdf(count: number, { shape, chance }: NegativeBinomial): number {
  return count < 0 ? 0 : betaCdf(chance, { alpha: shape, beta: Math.floor(count) + 1 });
}

/** The least count whose probability reaches q, 0 < q < 1 (RangeError outside). */
export function negativeBinomialQuantile(q: number, distribution: NegativeBinomial): number {
  const { shape, chance } = distribution;
  if (!(q > 0 && q < 1) || !(chance > 0 && chance < 1)) {
    throw new RangeError(`no quantile ${q} of a negative binomial with the chance ${chance}`);
  }
  let high = Math.max(1, Math.ceil((shape * (1 - chance)) / chance));
  while (negativeBinomialCdf(high, distribution) < q) {
    high *= 2;
  }
  let low = -1;
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (negativeBinomialCdf(middle, distribution) >= q) {
      high = middle;
    } else {
      low = middle;
    }
  }
  return high;
}
