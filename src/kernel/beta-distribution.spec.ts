import fc from 'fast-check';
import { betaCdf, betaQuantile, betaQuantileOdds, logGamma } from './beta-distribution.js';
import { negativeBinomialCdf, negativeBinomialQuantile } from './negative-binomial.js';

const shapeNumber = fc.double({ min: 0.3, max: 2_000, noNaN: true });

describe('the logarithm of the gamma function', () => {
  it.each([
    [1, 0],
    [2, 0],
    [0.5, Math.log(Math.sqrt(Math.PI))],
    [0.1, 2.252712651734206],
    [10, Math.log(362_880)],
    [1000, 5905.220423209181],
  ])('of %d is %d', (x, expected) => {
    expect(logGamma(x)).toBeCloseTo(expected, 10);
  });

  it('does not exist at 0 and below', () => {
    expect(() => logGamma(0)).toThrow(RangeError);
    expect(() => logGamma(Number.NaN)).toThrow(RangeError);
  });
});

describe('the beta distribution', () => {
  it.each([
    [0.3, 1, 1, 0.3],
    [0.25, 2, 1, 0.0625],
    [0.5, 0.5, 0.5, 0.5],
    // I_x(2, 3) = 6x² − 8x³ + 3x⁴
    [0.4, 2, 3, 0.96 - 0.512 + 0.0768],
  ])('at %d of the shape %d, %d is %d', (x, alpha, beta, expected) => {
    expect(betaCdf(x, { alpha, beta })).toBeCloseTo(expected, 12);
  });

  it('is 0 at its lower and 1 at its upper end', () => {
    expect([betaCdf(0, { alpha: 2, beta: 3 }), betaCdf(1, { alpha: 2, beta: 3 })]).toEqual([0, 1]);
  });

  it('turns over with its shape', () => {
    const share = fc.double({ min: 0.001, max: 0.999, noNaN: true });
    fc.assert(
      fc.property(share, shapeNumber, shapeNumber, (x, alpha, beta) => {
        const turned = 1 - betaCdf(1 - x, { alpha: beta, beta: alpha });
        expect(betaCdf(x, { alpha, beta })).toBeCloseTo(turned, 9);
      }),
    );
  });

  it('has quantiles that lead back', () => {
    const share = fc.double({ min: 0.01, max: 0.99, noNaN: true });
    fc.assert(
      fc.property(share, shapeNumber, shapeNumber, (q, alpha, beta) => {
        expect(betaCdf(betaQuantile(q, { alpha, beta }), { alpha, beta })).toBeCloseTo(q, 6);
      }),
      { numRuns: 60 },
    );
  });

  it('has odds where a quantile would round to 1', () => {
    // Beta(500, ½): 1 − x = 3.9e-6 at 95 %.
    expect(5 * betaQuantileOdds(0.95, { alpha: 500, beta: 0.5 })).toBeCloseTo(1_270_934, -1);
  });

  it.each([
    [0.5, 0, 1],
    [0.5, 1, Number.NaN],
    [0, 1, 1],
    [1, 1, 1],
  ])('refuses a quantile %d of the shape %d, %d', (q, alpha, beta) => {
    expect(() => betaQuantile(q, { alpha, beta })).toThrow(RangeError);
  });
});

describe('the negative binomial distribution', () => {
  const rate = { shape: 1200.5, chance: 30 / 60 };

  it.each([
    [0.05, 1121],
    [0.5, 1200],
    [0.95, 1282],
  ])('of thirty days after 1,200 events in thirty days has its %d quantile at %d', (q, events) => {
    expect(negativeBinomialQuantile(q, rate)).toBe(events);
  });

  it('with shape 1 is geometric', () => {
    expect(negativeBinomialCdf(2, { shape: 1, chance: 0.25 })).toBeCloseTo(1 - 0.75 ** 3, 12);
    expect(negativeBinomialCdf(-1, { shape: 1, chance: 0.25 })).toBe(0);
  });

  it('refuses a chance that leaves nothing open', () => {
    expect(() => negativeBinomialQuantile(0.5, { shape: 1, chance: 1 })).toThrow(RangeError);
  });
});
