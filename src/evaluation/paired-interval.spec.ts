import fc from 'fast-check';
import { arbitraryCounts, discordantCounts, pairedCounts, swapped } from '../../test/builders/paired-counts.js';
import { bonettPriceInterval, newcombeInterval, tangoInterval, waldInterval } from './paired-interval.js';
import type { PairedCounts } from './paired-table.js';

const methods = { waldInterval, bonettPriceInterval, newcombeInterval, tangoInterval };
type MethodName = keyof typeof methods;

function interval(method: MethodName, counts: PairedCounts, confidence: number) {
  const found = methods[method](counts, confidence);
  if (found === null) {
    throw new Error('there were pairs');
  }
  return found;
}

// Cavo et al. 2012 as in the contingencytables package (chapter 8); Bentur et al. 2009; Newcombe's example.
const cavo = pairedCounts([59, 6, 16, 80]);
const bentur = pairedCounts([1, 1, 7, 12]);
const published: readonly (readonly [MethodName, PairedCounts, number, number])[] = [
  ['waldInterval', cavo, -0.1184, -0.0058],
  ['bonettPriceInterval', cavo, -0.1195, -0.0032],
  ['newcombeInterval', cavo, -0.1186, -0.0046],
  ['tangoInterval', cavo, -0.124, -0.0054],
  ['newcombeInterval', bentur, -0.5069, -0.0256],
  ['tangoInterval', bentur, -0.5172, -0.026],
  ['newcombeInterval', pairedCounts([20, 12, 2, 16]), 0.0562, 0.3292],
  ['tangoInterval', discordantCounts({ candidateOnly: 40, incumbentOnly: 20, n: 160 }), 0.0309, 0.2181],
];

describe('the paired intervals at 95 %', () => {
  it.each(published)('%s of %j runs from %d to %d', (method, counts, low, high) => {
    const found = interval(method, counts, 0.95);
    expect(found.low).toBeCloseTo(low, 4);
    expect(found.high).toBeCloseTo(high, 4);
  });

  it('correct Newcombe’s φ by half the pairs: without it the limits would be −0.1174 and −0.0059', () => {
    const found = interval('newcombeInterval', cavo, 0.95);
    expect(Math.abs(found.low - -0.1174)).toBeGreaterThan(0.001);
    expect(Math.abs(found.high - -0.0059)).toBeGreaterThan(0.001);
  });

  it.each([
    [cavo, -0.0621],
    [bentur, -0.2857],
    [pairedCounts([20, 12, 2, 16]), 0.2],
  ])('stand around the observed difference of %j', (counts, difference) => {
    expect(interval('tangoInterval', counts, 0.95).value).toBeCloseTo(difference, 4);
  });
});

describe('the paired intervals at 90 %', () => {
  it.each([
    ['newcombeInterval', -0.02405, 0.00392],
    ['tangoInterval', -0.02412, 0.00383],
  ] as const)('%s of a thousand pairs runs from %d to %d', (method, low, high) => {
    const found = interval(method, pairedCounts([850, 30, 40, 80]), 0.9);
    expect(found.low).toBeCloseTo(low, 5);
    expect(found.high).toBeCloseTo(high, 5);
  });
});

describe.each(Object.keys(methods) as MethodName[])('%s', (method) => {
  it('knows nothing without a pair', () => {
    expect(methods[method](pairedCounts([0, 0, 0, 0]), 0.95)).toBeNull();
  });

  it('contains the observed difference and lies within what can be', () => {
    fc.assert(
      fc.property(arbitraryCounts(), fc.constantFrom(0.9, 0.95), (counts, confidence) => {
        const { low, value, high } = interval(method, counts, confidence);
        expect(low).toBeGreaterThanOrEqual(-1);
        expect(high).toBeLessThanOrEqual(1);
        expect(low).toBeLessThanOrEqual(value + 1e-12);
        expect(high).toBeGreaterThanOrEqual(value - 1e-12);
      }),
      { numRuns: 500 },
    );
  });

  it('mirrors when the models change places', () => {
    fc.assert(
      fc.property(arbitraryCounts(), (counts) => {
        const there = interval(method, counts, 0.95);
        const back = interval(method, swapped(counts), 0.95);
        expect(back.low).toBeCloseTo(-there.high, 8);
        expect(back.high).toBeCloseTo(-there.low, 8);
      }),
    );
  });

  it('widens with the confidence', () => {
    fc.assert(
      fc.property(arbitraryCounts(), (counts) => {
        const narrow = interval(method, counts, 0.8);
        const wide = interval(method, counts, 0.99);
        expect(wide.low).toBeLessThanOrEqual(narrow.low + 1e-12);
        expect(wide.high).toBeGreaterThanOrEqual(narrow.high - 1e-12);
      }),
    );
  });

  it('agrees with Wald when pairs are many', () => {
    const share = fc.integer({ min: 20_000, max: 200_000 });
    fc.assert(
      fc.property(share, share, share, share, (a, b, c, d) => {
        const counts = pairedCounts([a, b, c, d]);
        const wald = interval('waldInterval', counts, 0.95);
        const found = interval(method, counts, 0.95);
        const width = wald.high - wald.low;
        expect(Math.abs(found.low - wald.low)).toBeLessThan(0.01 * width);
        expect(Math.abs(found.high - wald.high)).toBeLessThan(0.01 * width);
      }),
    );
  });
});
