// Both ledgers as one number, joined by the share of traffic that the vendor still serves: S = √(x·S_src² + (1 − x)·S_tgt²).

/** @param vendorShare of criticality-weighted traffic, 0 to 1. RangeError beyond. */
export function combineLedgers(scores: { source: number; target: number }, vendorShare: number): number {
  if (!(vendorShare >= 0 && vendorShare <= 1)) {
    throw new RangeError(`the share of traffic must lie between 0 and 1, not at ${vendorShare}`);
  }
  return Math.sqrt(vendorShare * scores.source ** 2 + (1 - vendorShare) * scores.target ** 2);
}
