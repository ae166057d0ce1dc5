import fc from 'fast-check';
import { arbitraryCounts, pairedCounts } from '../../test/builders/paired-counts.js';
import { canonicalJson } from '../kernel/canonical-json.js';
import { comparePaired } from './compare-paired.js';

const rule = { margin: 0.03, alpha: 0.05, power: 0.8 };

describe('the paired comparison', () => {
  it('says the whole of it for a candidate that is as good', () => {
    const comparison = comparePaired(pairedCounts([850, 30, 40, 80]), rule);
    expect(comparison).toMatchObject({
      n: 1000,
      bothCorrect: 850,
      onlyCandidateCorrect: 30,
      onlyIncumbentCorrect: 40,
      bothWrong: 80,
      incumbentAccuracy: 0.89,
      candidateAccuracy: 0.88,
      difference: -0.01,
      confidence: 0.9,
      margin: 0.03,
      alpha: 0.05,
      power: 0.8,
      method: 'tango-score/1',
      outcome: 'pass',
    });
    expect(comparison.differenceLow).toBeCloseTo(-0.02412, 5);
    expect(comparison.differenceHigh).toBeCloseTo(0.00383, 5);
    expect(comparison.z).toBeCloseTo(2.2889, 4);
    expect(comparison.pValueOneSided).toBeCloseTo(0.011043, 6);
  });

  it('asks for the pairs that the observed discordance needs, without crediting a lead', () => {
    expect(comparePaired(pairedCounts([80, 5, 5, 10]), rule)).toMatchObject({
      outcome: 'inconclusive',
      requiredPairs: 717,
    });
    expect(comparePaired(pairedCounts([80, 6, 4, 10]), rule).requiredPairs).toBe(717);
  });

  it('asks for more when the candidate lags', () => {
    expect(comparePaired(pairedCounts([330, 12, 15, 43]), rule).requiredPairs).toBeGreaterThan(717);
  });

  it('asks for the exact bound when nothing was discordant', () => {
    expect(comparePaired(pairedCounts([50, 0, 0, 0]), rule)).toMatchObject({
      outcome: 'inconclusive',
      requiredPairs: 99,
    });
  });

  it('names no number when more of the same would not pass', () => {
    expect(comparePaired(pairedCounts([80, 2, 8, 10]), rule)).toMatchObject({
      outcome: 'inconclusive',
      requiredPairs: null,
    });
  });

  it('knows nothing without a pair, and passes nothing', () => {
    expect(comparePaired(pairedCounts([0, 0, 0, 0]), rule)).toMatchObject({
      n: 0,
      incumbentAccuracy: null,
      candidateAccuracy: null,
      difference: null,
      differenceLow: null,
      differenceHigh: null,
      z: null,
      pValueOneSided: null,
      requiredPairs: null,
      outcome: 'inconclusive',
    });
  });

  it('refuses a rule that tests or plans nothing', () => {
    const counts = pairedCounts([8, 1, 1, 0]);
    expect(() => comparePaired(counts, { ...rule, margin: 0 })).toThrow(RangeError);
    expect(() => comparePaired(counts, { ...rule, alpha: 0.6 })).toThrow(RangeError);
    expect(() => comparePaired(counts, { ...rule, power: 0.4 })).toThrow(RangeError);
  });

  it('holds only what JSON can carry', () => {
    const rules = fc.record({
      margin: fc.double({ min: 1e-6, max: 0.999, noNaN: true }),
      alpha: fc.double({ min: 1e-6, max: 0.499, noNaN: true }),
      power: fc.double({ min: 0.5, max: 0.999, noNaN: true }),
    });
    fc.assert(
      fc.property(arbitraryCounts(), rules, (counts, ruling) => {
        const comparison = comparePaired(counts, ruling);
        expect(JSON.parse(canonicalJson(comparison))).toEqual(comparison);
      }),
      { numRuns: 500 },
    );
  });

  it('asks for more pairs than there are while pairs are what is missing', () => {
    fc.assert(
      fc.property(arbitraryCounts(300), fc.double({ min: 0.01, max: 0.2, noNaN: true }), (counts, margin) => {
        const comparison = comparePaired(counts, { ...rule, margin });
        fc.pre(comparison.outcome === 'inconclusive' && comparison.requiredPairs !== null);
        expect(comparison.requiredPairs).toBeGreaterThan(comparison.n);
      }),
      { numRuns: 500 },
    );
  });
});
