// Draws from distributions, repeatable: the same seed gives the same forecast from the same facts.
import { normalQuantile } from '../../kernel/normal-distribution.js';
import { seededRandom } from '../../kernel/seeded-random.js';

export class SeededDraws {
  private readonly random: () => number;

  constructor(seed: number) {
    this.random = seededRandom(seed);
  }

  /** Strictly between 0 and 1. */
  uniform(): number {
    return Math.min(Math.max(this.random(), 2 ** -33), 1 - 2 ** -33);
  }

  /** A whole number from 0 up to, not including, the bound. */
  below(bound: number): number {
    return Math.floor(this.uniform() * bound);
  }

  normal(): number {
    return normalQuantile(this.uniform());
  }

  /** Scale 1; by Marsaglia and Tsang (ACM TOMS 26, 2000, 363–372), below 1 by their boost. */
  gamma(shape: number): number {
    if (shape < 1) {
      return this.gamma(shape + 1) * this.uniform() ** (1 / shape);
    }
    const d = shape - 1 / 3;
    const c = 1 / Math.sqrt(9 * d);
    for (;;) {
      const x = this.normal();
      const v = (1 + c * x) ** 3;
      if (v > 0 && Math.log(this.uniform()) < 0.5 * x * x + d - d * v + d * Math.log(v)) {
        return d * v;
      }
    }
  }

  /**
   * Usable rows until `wanted` of them are of a kind that makes up `share` of all: negative binomial, its Poisson part by
   * the normal curve. Not whole.
   */
  rowsUntil(wanted: number, share: number): number {
    if (share >= 1 || wanted <= 0) {
      return wanted;
    }
    const others = (this.gamma(wanted) * (1 - share)) / share;
    return wanted + Math.max(0, others + Math.sqrt(others) * this.normal());
  }
}
