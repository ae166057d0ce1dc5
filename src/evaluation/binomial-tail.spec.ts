import fc from 'fast-check';
import { binomialUpperTail } from './binomial-tail.js';

describe('the exact binomial tail', () => {
  it.each([
    // One-sided harm of 5 wins and 20 losses.
    [25, 0.5, 20, 0.0020386576652526855],
    [100, 0.03, 3, 0.5802249170181457],
    [1000, 0.05, 100, 8.410251084877321e-11],
    [1_000_000, 0.03, 30_000, 0.5008029334707462],
    [1_000_000, 0.03, 10, 1],
  ])('of %d trials at %d with at least %d hits is %d', (n, chance, atLeast, expected) => {
    expect(binomialUpperTail({ n, chance, atLeast }) / expected).toBeCloseTo(1, 8);
  });

  it('is certain from no hit up and impossible above n', () => {
    expect(binomialUpperTail({ n: 0, chance: 0.5, atLeast: 0 })).toBe(1);
    expect(binomialUpperTail({ n: 10, chance: 0.5, atLeast: -3 })).toBe(1);
    expect(binomialUpperTail({ n: 10, chance: 0.5, atLeast: 11 })).toBe(0);
  });

  it('completes its mirror to one', () => {
    const trials = fc
      .integer({ min: 1, max: 500 })
      .chain((n) => fc.tuple(fc.constant(n), fc.integer({ min: 0, max: n })));
    fc.assert(
      fc.property(trials, fc.double({ min: 0.01, max: 0.99, noNaN: true }), ([n, atLeast], chance) => {
        const hits = binomialUpperTail({ n, chance, atLeast });
        const misses = binomialUpperTail({ n, chance: 1 - chance, atLeast: n - atLeast + 1 });
        expect(hits + misses).toBeCloseTo(1, 10);
      }),
    );
  });
});
