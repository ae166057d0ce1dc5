// How often is a chi-square value as large as this by chance? By the cube root of Wilson and Hilferty (1931), which is
// normal enough for a test at 0.01: 0.0100 where tables have 0.0100 from three degrees of freedom on.
import { normalCdf, normalUpperTail } from '../../kernel/normal-distribution.js';

/** 1 for no degree of freedom: nothing can differ. */
export function chiSquareUpperTail(value: number, degrees: number): number {
  if (degrees <= 0 || value <= 0) {
    return 1;
  }
  if (degrees === 1) {
    return 2 * normalUpperTail(Math.sqrt(value));
  }
  const spread = 2 / (9 * degrees);
  return 1 - normalCdf((Math.cbrt(value / degrees) - (1 - spread)) / Math.sqrt(spread));
}
