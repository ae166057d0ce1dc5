import fc from 'fast-check';
import { resampledSampleSize, scoreSampleSize, waldSampleSize } from './sample-size.js';

const plan = { discordance: 0.1, difference: 0, margin: 0.03, alpha: 0.05, power: 0.8 };

describe('the sample size', () => {
  it.each([
    [0.1, 0, 0.03, 0.05, 0.8, 687, 717],
    [0.1, 0, 0.05, 0.05, 0.8, 248, 274],
    [0.2, 0, 0.05, 0.05, 0.8, 495, 507],
    [0.2, 0, 0.03, 0.025, 0.9, 2335, 2354],
    [0.15, 0.01, 0.03, 0.05, 0.8, 580, 594],
    [0.2, -0.01, 0.05, 0.05, 0.8, 773, 787],
  ])('for ψ %d, δ %d, margin %d, α %d, power %d is %d by Wald and %d by the score', (...row) => {
    const [discordance, difference, margin, alpha, power, wald, score] = row;
    const wanted = { discordance, difference, margin, alpha, power };
    expect(waldSampleSize(wanted)).toBe(wald);
    expect(scoreSampleSize(wanted)).toBe(score);
  });

  it('does not exist for a candidate that is assumed inferior', () => {
    expect(scoreSampleSize({ ...plan, difference: -0.03 })).toBeNull();
    expect(waldSampleSize({ ...plan, difference: -0.05 })).toBeNull();
  });

  it('does not exist where it is beyond counting', () => {
    expect(scoreSampleSize({ ...plan, margin: 1e-9 })).toBeNull();
  });

  it('exists by the score where nothing is discordant, where Wald would ask for a single pair', () => {
    expect(scoreSampleSize({ ...plan, discordance: 0 })).toBe(88);
    expect(waldSampleSize({ ...plan, discordance: 0 })).toBe(1);
  });

  it.each([{ discordance: 1.1 }, { difference: 0.2 }, { margin: 0 }, { alpha: 0 }, { power: 1 }])(
    'refuses a plan with %j',
    (flaw) => {
      expect(() => scoreSampleSize({ ...plan, ...flaw })).toThrow(RangeError);
      expect(() => waldSampleSize({ ...plan, ...flaw })).toThrow(RangeError);
    },
  );

  it('grows with the power wanted and shrinks with the margin allowed', () => {
    const share = fc.double({ min: 0.02, max: 0.9, noNaN: true });
    const margins = fc.double({ min: 0.01, max: 0.3, noNaN: true });
    fc.assert(
      fc.property(share, margins, (discordance, margin) => {
        const some = scoreSampleSize({ ...plan, discordance, margin }) ?? 0;
        expect(scoreSampleSize({ ...plan, discordance, margin, power: 0.95 })).toBeGreaterThanOrEqual(some);
        expect(scoreSampleSize({ ...plan, discordance, margin: margin * 1.5 })).toBeLessThanOrEqual(some);
      }),
    );
  });
});

describe('the sample size with several answers per example', () => {
  const arm = (resamples: number) => ({ varianceWithinExample: 1 / 6, resamples });
  const resampled = (resamples: number) => ({
    varianceOfDifference: 1 / 9,
    candidate: arm(resamples),
    incumbent: arm(resamples),
    difference: 0.03,
    margin: null,
    alpha: 0.05,
    power: 0.8,
  });

  it.each([
    [1, 3876],
    [10, 1260],
    [Number.POSITIVE_INFINITY, 969],
  ])('with %d answers is %d', (resamples, pairs) => {
    expect(resampledSampleSize(resampled(resamples))).toBe(pairs);
  });

  it('tests one-sided against the margin where there is one', () => {
    const withMargin = { ...resampled(1), difference: 0, margin: 0.03 };
    // (1.644854 + 0.841621)² · (1/9 + 2/6) / 0.03² = 3053.1
    expect(resampledSampleSize(withMargin)).toBe(3054);
    expect(resampledSampleSize({ ...withMargin, difference: -0.03 })).toBeNull();
  });
});
