// Exact binomial tail, for decisions on counts too small for a normal approximation.

export interface BinomialTailInput {
  readonly n: number;
  /** Chance of a hit, strictly between 0 and 1. */
  readonly chance: number;
  readonly atLeast: number;
}

/** ln P[X = hits], by the product form of the binomial coefficient: O(min(hits, n − hits)). */
function logMass(n: number, chance: number, hits: number): number {
  let log = hits * Math.log(chance) + (n - hits) * Math.log1p(-chance);
  const fewer = Math.min(hits, n - hits);
  for (let step = 1; step <= fewer; step += 1) {
    log += Math.log((n - fewer + step) / step);
  }
  return log;
}

/** Sums masses from `hits` away from the mean, where each is smaller than the one before. */
function sumOutwards({ n, chance, hits, step }: { n: number; chance: number; hits: number; step: 1 | -1 }): number {
  const odds = chance / (1 - chance);
  let mass = Math.exp(logMass(n, chance, hits));
  let sum = 0;
  for (let at = hits; at >= 0 && at <= n && sum + mass !== sum; at += step) {
    sum += mass;
    mass *= step === 1 ? ((n - at) / (at + 1)) * odds : at / (n - at + 1) / odds;
  }
  return sum;
}

/** P[X ≥ atLeast] for X ~ Bin(n, chance). Summed on the side away from the mean, so that nothing underflows to a lie. */
export function binomialUpperTail({ n, chance, atLeast }: BinomialTailInput): number {
  if (atLeast <= 0) {
    return 1;
  }
  if (atLeast > n) {
    return 0;
  }
  if (atLeast > n * chance) {
    return Math.min(1, sumOutwards({ n, chance, hits: atLeast, step: 1 }));
  }
  return Math.max(0, 1 - sumOutwards({ n, chance, hits: atLeast - 1, step: -1 }));
}
