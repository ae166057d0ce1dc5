import fc from 'fast-check';
import { wilsonInterval } from './wilson-interval.js';

describe('the Wilson interval', () => {
  // Newcombe, Statist. Med. 17, 857–872, 1998, table I, method 3.
  it.each([
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
    [29, 29, 0.883, 1],
  ])('of %d in %d runs from %d to %d', (successes, n, low, high) => {
    const interval = wilsonInterval({ successes, n, confidence: 0.95 });
    expect(interval?.low).toBeCloseTo(low, 4);
    expect(interval?.high).toBeCloseTo(high, 4);
  });

  it('touches 0 and 1 exactly when nothing or everything succeeded', () => {
    expect(wilsonInterval({ successes: 0, n: 7, confidence: 0.9 })?.low).toBe(0);
    expect(wilsonInterval({ successes: 7, n: 7, confidence: 0.9 })?.high).toBe(1);
  });

  it('is not known without a trial', () => {
    expect(wilsonInterval({ successes: 0, n: 0, confidence: 0.95 })).toBeNull();
  });

  it.each([
    [-1, 10],
    [11, 10],
    [1.5, 10],
  ])('refuses %d successes in %d', (successes, n) => {
    expect(() => wilsonInterval({ successes, n, confidence: 0.95 })).toThrow(RangeError);
  });

  it('contains the share, stays a share, and mirrors when success and failure swap', () => {
    const trials = fc
      .integer({ min: 1, max: 100_000 })
      .chain((n) => fc.tuple(fc.integer({ min: 0, max: n }), fc.constant(n)));
    fc.assert(
      fc.property(trials, fc.constantFrom(0.8, 0.95, 0.999), ([successes, n], confidence) => {
        const interval = wilsonInterval({ successes, n, confidence });
        const mirrored = wilsonInterval({ successes: n - successes, n, confidence });
        if (interval === null || mirrored === null) {
          throw new Error('there were trials');
        }
        expect(interval.low).toBeGreaterThanOrEqual(0);
        expect(interval.low).toBeLessThanOrEqual(interval.value);
        expect(interval.high).toBeGreaterThanOrEqual(interval.value);
        expect(interval.high).toBeLessThanOrEqual(1);
        expect(mirrored.low).toBeCloseTo(1 - interval.high, 12);
      }),
    );
  });
});
