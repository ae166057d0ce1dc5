// How sure are we of a share? Wilson's score interval (J. Am. Stat. Assoc. 22, 1927): keeps near its coverage at small n
// and at shares near 0 or 1, where the textbook interval collapses to a point.
// Assumes independent trials; clustered ones need a wider interval than this.
import { type Estimate, makeEstimate } from './estimate.js';
import { normalQuantile } from './normal-distribution.js';

export interface WilsonInput {
  readonly successes: number;
  readonly n: number;
  /** Two-sided, e.g. 0.95. */
  readonly confidence: number;
}

/** Null when n is 0: nothing was measured. RangeError on counts that cannot be. */
export function wilsonInterval({ successes, n, confidence }: WilsonInput): Estimate | null {
  if (!Number.isSafeInteger(n) || !Number.isSafeInteger(successes) || successes < 0 || successes > n) {
    throw new RangeError(`${successes} successes in ${n} trials cannot be`);
  }
  if (n === 0) {
    return null;
  }
  const z = normalQuantile((1 + confidence) / 2);
  const share = successes / n;
  const shrink = 1 + (z * z) / n;
  const centre = (share + (z * z) / (2 * n)) / shrink;
  const half = (z / shrink) * Math.sqrt((share * (1 - share)) / n + (z * z) / (4 * n * n));
  // At 0 and n one limit is exactly the share; rounding must not push it past.
  const low = Math.min(share, Math.max(0, centre - half));
  const high = Math.max(share, Math.min(1, centre + half));
  return makeEstimate({
    value: share,
    low: successes === 0 ? 0 : low,
    high: successes === n ? 1 : high,
    confidence,
    n,
    method: 'wilson/1',
  });
}
