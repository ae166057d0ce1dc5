// A measured number with its uncertainty. Rooms hand these on as they are: a point without an interval hides how little
// was seen. What could not be measured is no Estimate at all, it is null.

export interface Estimate {
  readonly value: number;
  readonly low: number;
  readonly high: number;
  /** Two-sided coverage of [low, high], e.g. 0.95. */
  readonly confidence: number;
  /** How many independent units (rows, pairs, calls) stand behind it. */
  readonly n: number;
  /** Name and version of the method, e.g. `wilson/1`. */
  readonly method: string;
}

/** Same unit for value, low and high. Throws RangeError on a number JSON cannot carry or an interval upside down. */
export function makeEstimate(parts: Estimate): Estimate {
  const { value, low, high, confidence, n } = parts;
  if (![value, low, high].every(Number.isFinite) || low > high) {
    throw new RangeError(`${parts.method}: no estimate in ${value} [${low}, ${high}]`);
  }
  if (!(confidence > 0 && confidence < 1) || !Number.isInteger(n) || n < 1) {
    throw new RangeError(`${parts.method}: confidence ${confidence} on ${n} units means nothing`);
  }
  return parts;
}
