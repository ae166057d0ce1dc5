import fc from 'fast-check';
import { arbitraryCounts, discordantCounts, pairedCounts, swapped } from '../../test/builders/paired-counts.js';
import { restrictedVariance } from '../kernel/restricted-variance.js';
import { tangoScore } from './tango-score.js';

const delta = fc.double({ min: -1, max: 1, noNaN: true });

describe('Tango’s score', () => {
  it.each([
    [30, 40, 1000, 0.03, 2.2889, 4],
    [12, 15, 400, 0.03, 1.644, 4],
    [60, 70, 1000, 0.05, 3.3834, 4],
    [6, 16, 161, 0.1, 1.24892, 5],
    [6, 16, 161, 0.15, 2.66792, 5],
    [0, 1, 44, 0.1, 1.70856, 5],
  ])('of %d wins and %d losses in %d at a margin of %d is %d', (candidateOnly, incumbentOnly, n, margin, z, digits) => {
    expect(tangoScore(discordantCounts({ candidateOnly, incumbentOnly, n }), -margin)).toBeCloseTo(z, digits);
  });

  it('exists without a discordant pair', () => {
    expect(tangoScore(pairedCounts([88, 0, 0, 0]), -0.03)).toBeGreaterThan(1.645);
  });

  it('is 0 at the observed difference and endless beyond what can be', () => {
    const counts = pairedCounts([5, 3, 2, 10]);
    expect(tangoScore(counts, 0.05)).toBeCloseTo(0, 12);
    expect(tangoScore(counts, 1)).toBe(Number.NEGATIVE_INFINITY);
    expect(tangoScore(counts, -1)).toBe(Number.POSITIVE_INFINITY);
    expect(tangoScore(pairedCounts([0, 7, 0, 0]), 1)).toBe(0);
  });

  it('falls as the trial difference rises', () => {
    fc.assert(
      fc.property(arbitraryCounts(), delta, delta, (counts, one, other) => {
        const [low, high] = one < other ? [one, other] : [other, one];
        const [atLow, atHigh] = [tangoScore(counts, low), tangoScore(counts, high)];
        expect(atHigh).toBeLessThanOrEqual(atLow + 1e-9 * Math.max(1, Math.abs(Number.isFinite(atLow) ? atLow : 1)));
      }),
      { numRuns: 2000 },
    );
  });

  it('changes sign when the models change places', () => {
    fc.assert(
      fc.property(arbitraryCounts(), fc.double({ min: -0.99, max: 0.99, noNaN: true }), (counts, trial) => {
        const there = tangoScore(counts, trial);
        const back = tangoScore(swapped(counts), -trial);
        expect(there + back).toBe(0);
      }),
      { numRuns: 1000 },
    );
  });

  it('uses the variance that solves the restricted likelihood’s equation', () => {
    const share = fc.double({ min: 0.001, max: 0.499, noNaN: true });
    fc.assert(
      fc.property(
        share,
        share,
        fc.double({ min: -0.9, max: 0.9, noNaN: true }),
        (candidateOnly, incumbentOnly, trial) => {
          const spread = trial * (1 - trial);
          const q = (restrictedVariance({ candidateOnly, incumbentOnly }, trial) - spread) / 2;
          const linear = -candidateOnly - incumbentOnly + (2 - candidateOnly + incumbentOnly) * trial;
          expect(2 * q * q + linear * q - incumbentOnly * spread).toBeCloseTo(0, 12);
        },
      ),
    );
  });

  it('refuses a table without a pair and a difference beyond one', () => {
    expect(() => tangoScore(pairedCounts([0, 0, 0, 0]), 0)).toThrow(RangeError);
    expect(() => tangoScore(pairedCounts([1, 0, 0, 0]), 1.1)).toThrow(RangeError);
  });
});
