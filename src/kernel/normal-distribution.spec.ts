import fc from 'fast-check';
import { normalCdf, normalQuantile, normalUpperTail } from './normal-distribution.js';

/** Expected values computed with 40-digit arithmetic. */
const cdfVectors: readonly (readonly [number, number])[] = [
  [0, 0.5],
  [0.1, 0.539827837277029],
  [-0.1, 0.460172162722971],
  [0.5, 0.6914624612740131],
  [-1, 0.15865525393145705],
  [1, 0.8413447460685429],
  [1.2, 0.8849303297782917],
  [-1.3, 0.09680048458561032],
  [1.96, 0.9750021048517795],
  [-1.96, 0.024997895148220435],
  [-2.5, 0.006209665325776135],
  [3, 0.9986501019683699],
  [-3, 0.0013498980316300946],
  [-5, 2.866515718791939e-7],
  [-8, 6.220960574271784e-16],
  [-10, 7.619853024160525e-24],
  [-20, 2.7536241186062337e-89],
  [-30, 4.906713927148187e-198],
  [-37.5, 4.605353009581955e-308],
  [8, 0.9999999999999994],
];

const quantileVectors: readonly (readonly [number, number])[] = [
  [1e-300, -37.0470962993612],
  [1e-100, -21.273453560965326],
  [1e-20, -9.262340089798409],
  [1e-12, -7.034483825301132],
  [1e-6, -4.753424308822899],
  [0.001, -3.0902323061678136],
  [0.01, -2.326347874040841],
  [0.025, -1.9599639845400543],
  [0.05, -1.6448536269514726],
  [0.074, -1.4466320671589785],
  [0.075, -1.439531470938456],
  [0.4, -0.2533471031357997],
  [0.5, 0],
  [0.8, 0.8416212335729144],
  [0.95, 1.6448536269514722],
  [0.975, 1.9599639845400538],
  [0.995, 2.5758293035489004],
  [0.999999, 4.753424308817088],
];

const relativeError = (actual: number, expected: number) =>
  expected === 0 ? Math.abs(actual) : Math.abs(actual / expected - 1);

describe('the standard normal distribution', () => {
  it.each(cdfVectors)('puts P(Z ≤ %d) where high precision puts it', (x, expected) => {
    expect(relativeError(normalCdf(x), expected)).toBeLessThan(3e-15);
  });

  it.each(quantileVectors)('finds the quantile of %d', (p, expected) => {
    expect(relativeError(normalQuantile(p), expected)).toBeLessThan(1e-15);
  });

  it('keeps the tail where 1 − Φ would be 0', () => {
    expect(relativeError(normalUpperTail(10), 7.619853024160525e-24)).toBeLessThan(3e-15);
    expect(normalUpperTail(38)).toBeGreaterThan(0);
  });

  it('ends at exactly 0 and 1', () => {
    expect([normalCdf(Number.NEGATIVE_INFINITY), normalCdf(Number.POSITIVE_INFINITY)]).toEqual([0, 1]);
    expect([normalCdf(-60), normalCdf(60)]).toEqual([0, 1]);
  });

  it('does not jump where the two formulas meet', () => {
    expect(relativeError(normalCdf(-1.5), normalCdf(-1.4999999999999998))).toBeLessThan(4e-15);
  });

  it('has quantile and probability undo each other', () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-12, max: 1 - 1e-12, noNaN: true }), (p) => {
        expect(relativeError(normalCdf(normalQuantile(p)), p)).toBeLessThan(1e-13);
      }),
    );
  });

  it('is symmetric and rising', () => {
    const x = fc.double({ min: -8, max: 8, noNaN: true });
    fc.assert(
      fc.property(x, x, (one, other) => {
        expect(normalCdf(one) + normalCdf(-one)).toBeCloseTo(1, 14);
        const [low, high] = one < other ? [one, other] : [other, one];
        expect(normalCdf(low)).toBeLessThanOrEqual(normalCdf(high) + 1e-15);
      }),
    );
  });

  it.each([0, 1, -0.1, 1.1, Number.NaN])('refuses a quantile of %d', (p) => {
    expect(() => normalQuantile(p)).toThrow(RangeError);
  });

  it('refuses the probability of no number', () => {
    expect(() => normalCdf(Number.NaN)).toThrow(RangeError);
  });
});
