import fc from 'fast-check';
import { isCandidateUnit, isShadowUnit, isWithinShare, shadowSalt, splitSalt, stickyFraction } from './sticky-hash.js';

const dealing = { projectId: 'proj_1', attempt: 2 };
const unitNames = (count: number) => Array.from({ length: count }, (_, index) => `unit-${index}`);

describe('the sticky hash', () => {
  it.each([
    ['proj_1/2', 'user-1', 0.4056652671742782],
    ['proj_1/2', 'user-2', 0.6909263267078423],
    ['proj_1/2', 'üñí', 0.061060976018744384],
    ['proj_1/3', 'user-1', 0.5990153136392671],
  ])('puts %s:%s at the published place', (salt, unitId, expected) => {
    expect(stickyFraction(salt, unitId)).toBe(expected);
  });

  it('salts with project and attempt, so that a new attempt deals anew', () => {
    expect(splitSalt(dealing)).toBe('proj_1/2');
    expect(shadowSalt(dealing)).not.toBe(splitSalt(dealing));
  });

  it('is always a share', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (salt, unitId) => {
        const fraction = stickyFraction(salt, unitId);
        expect(fraction).toBeGreaterThanOrEqual(0);
        expect(fraction).toBeLessThan(1);
        expect(stickyFraction(salt, unitId)).toBe(fraction);
      }),
    );
  });

  it('spreads units evenly over a hundred bins', () => {
    const units = unitNames(50_000);
    const bins = new Array<number>(100).fill(0);
    for (const unit of units) {
      const bin = Math.floor(stickyFraction('proj_1/2', unit) * 100);
      bins[bin] = (bins[bin] ?? 0) + 1;
    }
    const expected = units.length / bins.length;
    const chiSquare = bins.reduce((sum, seen) => sum + (seen - expected) ** 2 / expected, 0);
    // 99 degrees of freedom: 148.2 is exceeded once in a thousand sets of names, and this set is fixed.
    expect(chiSquare).toBeLessThan(148.2);
  });
});

describe('the arm of a unit', () => {
  it('is the incumbent for everybody at share 0, and the candidate for everybody at share 1', () => {
    for (const unit of [...unitNames(500), null]) {
      expect(isCandidateUnit(dealing, unit, 0)).toBe(false);
      expect(isCandidateUnit(dealing, unit, 1)).toBe(true);
    }
    expect(isWithinShare(0, 0)).toBe(false);
    expect(isWithinShare(1 - 2 ** -48, 1)).toBe(true);
  });

  it('never goes back to the incumbent while the share rises', () => {
    const share = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(fc.string(), share, share, (unit, one, other) => {
        const [low, high] = one < other ? [one, other] : [other, one];
        expect(!isCandidateUnit(dealing, unit, low) || isCandidateUnit(dealing, unit, high)).toBe(true);
      }),
    );
  });

  it('is the incumbent for a call without a unit until the candidate has everything', () => {
    expect(isCandidateUnit(dealing, null, 0.999)).toBe(false);
  });

  it('gives the candidate about its share', () => {
    const taken = unitNames(20_000).filter((unit) => isCandidateUnit(dealing, unit, 0.05)).length;
    // Binomial: 1000 expected, standard deviation 31.
    expect(Math.abs(taken - 1000)).toBeLessThan(125);
  });

  it.each([-0.01, 1.01, 50, Number.NaN])('refuses a share of %d', (share) => {
    expect(() => isCandidateUnit(dealing, 'user-1', share)).toThrow(RangeError);
  });
});

describe('shadow sampling', () => {
  it('draws from both arms alike: its salt is not that of the split', () => {
    const shadowed = unitNames(20_000).filter((unit) => isShadowUnit(dealing, unit, 0.2));
    const ofCandidate = shadowed.filter((unit) => isCandidateUnit(dealing, unit, 0.2)).length;
    expect(Math.abs(shadowed.length - 4000)).toBeLessThan(230);
    // With one salt for both questions all of them would be candidate units; independent, a fifth are.
    expect(Math.abs(ofCandidate - shadowed.length / 5)).toBeLessThan(100);
  });

  it('leaves out calls without a unit', () => {
    expect(isShadowUnit(dealing, null, 1)).toBe(false);
  });
});
