// Two samples of one and the same traffic differ too, the more the smaller they are. A limit that does not know how many
// rows were compared calls noise drift, or drift noise.

/** Jensen–Shannon bits between two samples of one set of prompts, by rows in each: measured on 1,024 buckets of words. */
const measuredNoise: readonly (readonly [rows: number, bits: number])[] = [
  [100, 0.146],
  [200, 0.09],
  [500, 0.045],
  [1_000, 0.027],
  [2_000, 0.014],
];
/** From a thousand rows on the noise falls as one over the rows. */
const bitsTimesRows = 28;

/** Rows of two equal samples that are as noisy as two of different sizes: their harmonic mean. */
export function evenSize(one: number, other: number): number {
  return one === 0 || other === 0 ? 0 : 2 / (1 / one + 1 / other);
}

/** Expected bits between two samples of so many rows each from the same prompts. RangeError below one row. */
export function wordNoiseBits(rows: number): number {
  if (!(rows >= 1)) {
    throw new RangeError(`no noise of ${rows} rows`);
  }
  if (rows >= 1_000) {
    return bitsTimesRows / rows;
  }
  const next = measuredNoise.find(([size]) => size > rows) ?? [1_000, bitsTimesRows / 1_000];
  const before = measuredNoise.findLast(([size]) => size <= rows) ?? [1, 1];
  // Straight between two measured points where both scales are logarithmic.
  const slope = Math.log(next[1] / before[1]) / Math.log(next[0] / before[0]);
  return before[1] * (rows / before[0]) ** slope;
}
