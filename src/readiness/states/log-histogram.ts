// How are lengths, ages and counts distributed? A histogram with logarithmic bins (DDSketch: Masson, Rim and Lee, VLDB
// 2019): any quantile within one percent of itself, in some hundred numbers. Merging adds bins, so any cut and any order
// of the values end in the same state. The sum is exact for whole numbers below 2^53.

/** Relative error of a quantile. */
const alpha = 0.01;
const gamma = (1 + alpha) / (1 - alpha);
const logGamma = Math.log(gamma);

/** Plain data: states are stored and sent between threads. */
export interface LogHistogram {
  /** By bin: values above gamma^(bin − 1), up to gamma^bin. */
  readonly bins: Map<number, number>;
  /** Values of 0 and below. */
  zeros: number;
  count: number;
  sum: number;
  /** Infinity while empty. */
  min: number;
  /** −Infinity while empty. */
  max: number;
}

export function emptyHistogram(): LogHistogram {
  return { bins: new Map(), zeros: 0, count: 0, sum: 0, min: Number.POSITIVE_INFINITY, max: Number.NEGATIVE_INFINITY };
}

/** Changes the histogram and returns it. RangeError for a value that is no finite number. */
export function addValue(histogram: LogHistogram, value: number): LogHistogram {
  if (!Number.isFinite(value)) {
    throw new RangeError(`a histogram cannot hold ${value}`);
  }
  histogram.count += 1;
  histogram.sum += value;
  if (value < histogram.min) {
    histogram.min = value;
  }
  if (value > histogram.max) {
    histogram.max = value;
  }
  if (value <= 0) {
    histogram.zeros += 1;
    return histogram;
  }
  const bin = binOf(value);
  histogram.bins.set(bin, (histogram.bins.get(bin) ?? 0) + 1);
  return histogram;
}

/** Changes the left one. */
export function mergeHistograms(left: LogHistogram, right: LogHistogram): LogHistogram {
  for (const [bin, values] of right.bins) {
    left.bins.set(bin, (left.bins.get(bin) ?? 0) + values);
  }
  left.zeros += right.zeros;
  left.count += right.count;
  left.sum += right.sum;
  left.min = Math.min(left.min, right.min);
  left.max = Math.max(left.max, right.max);
  return left;
}

/** The value at the rank q × (count − 1), within one percent; null while empty. RangeError for q outside 0 to 1. */
export function quantile(histogram: LogHistogram, q: number): number | null {
  if (!(q >= 0 && q <= 1)) {
    throw new RangeError(`${q} is no quantile`);
  }
  const { bins, zeros, count, min, max } = histogram;
  if (count === 0) {
    return null;
  }
  const rank = Math.floor(q * (count - 1));
  let passed = zeros;
  if (rank < passed) {
    return Math.min(0, max);
  }
  for (const bin of [...bins.keys()].sort((one, other) => one - other)) {
    passed += bins.get(bin) ?? 0;
    if (rank < passed) {
      return Math.min(max, Math.max(min, middleOf(bin)));
    }
  }
  return max;
}

/** How many values are above a limit of more than 0: those within one percent of it may be counted or not. */
export function countAbove(histogram: LogHistogram, limit: number): number {
  if (histogram.count === 0 || histogram.max <= limit) {
    return 0;
  }
  if (limit <= 0) {
    return histogram.count - histogram.zeros;
  }
  const limitBin = binOf(limit);
  let above = 0;
  for (const [bin, values] of histogram.bins) {
    above += bin > limitBin ? values : 0;
  }
  return above;
}

export function meanOf({ sum, count }: LogHistogram): number | null {
  return count === 0 ? null : sum / count;
}

/** Most values are lengths: of whole numbers up to here the bin is known beforehand. */
const tabledEnd = 1 << 16;
const binsOfWhole = Uint16Array.from({ length: tabledEnd }, (_, value) => (value === 0 ? 0 : computedBin(value)));

/** Of a value above 0. */
export function binOf(value: number): number {
  const whole = value >>> 0;
  return whole === value && whole < tabledEnd ? (binsOfWhole[whole] as number) : computedBin(value);
}

/** By the letter of the definition: what the table is tested against. */
export function computedBin(value: number): number {
  return Math.ceil(Math.log(value) / logGamma);
}

/** The middle of a bin, by which no value in it is missed by more than alpha. */
function middleOf(bin: number): number {
  return (2 * gamma ** bin) / (gamma + 1);
}
