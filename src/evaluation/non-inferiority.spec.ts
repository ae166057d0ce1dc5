import fc from 'fast-check';
import { arbitraryCounts, discordantCounts, pairedCounts } from '../../test/builders/paired-counts.js';
import { judgeNonInferiority, pairsForExactBound } from './non-inferiority.js';
import { tangoInterval } from './paired-interval.js';

const rule = { margin: 0.03, alpha: 0.05 };
const judge = (candidateOnly: number, incumbentOnly: number, n: number, ruling = rule) =>
  judgeNonInferiority(discordantCounts({ candidateOnly, incumbentOnly, n }), ruling);

describe('the non-inferiority decision', () => {
  it.each([
    [30, 40, 1000, 0.03, 0.011043, 6],
    [12, 15, 400, 0.03, 0.05009, 5],
    [60, 70, 1000, 0.05, 0.000358, 6],
    [6, 16, 161, 0.1, 0.10585, 5],
    [6, 16, 161, 0.15, 0.00382, 5],
    [0, 1, 44, 0.1, 0.04377, 5],
  ])('gives %d wins and %d losses in %d at a margin of %d the p-value %d', (wins, losses, n, margin, p, digits) => {
    expect(judge(wins, losses, n, { margin, alpha: 0.05 }).pValueOneSided).toBeCloseTo(p, digits);
  });

  it('passes what is shown to be near enough, at 5 % and at 2.5 %', () => {
    expect(judge(30, 40, 1000).outcome).toBe('pass');
    expect(judge(30, 40, 1000, { margin: 0.03, alpha: 0.025 }).outcome).toBe('pass');
    expect(judge(60, 70, 1000, { margin: 0.05, alpha: 0.05 }).outcome).toBe('pass');
  });

  it('does not pass what only Wald’s test would pass', () => {
    const [wins, losses, n] = [12, 15, 400];
    const waldZ = (wins - losses + n * rule.margin) / Math.sqrt(wins + losses - (wins - losses) ** 2 / n);
    expect(waldZ).toBeCloseTo(1.7328, 4);
    expect(judge(wins, losses, n).outcome).toBe('inconclusive');
  });

  it('asks for the exact bound when hardly a pair is discordant', () => {
    expect(pairsForExactBound(rule)).toBe(99);
    const beforeBound = judge(0, 0, 98);
    expect(beforeBound.z).toBeGreaterThan(1.645);
    expect(beforeBound.pValueOneSided).toBeLessThan(0.05);
    expect(beforeBound.outcome).toBe('inconclusive');
    expect(judge(0, 0, 99).outcome).toBe('pass');
    expect(judge(0, 0, 88).outcome).toBe('inconclusive');
  });

  it('needs no exact bound from ten discordant pairs on', () => {
    expect(judge(9, 0, 60).outcome).toBe('inconclusive');
    expect(judge(10, 0, 60).outcome).toBe('pass');
  });

  it('passes with an empty discordant cell when the pairs suffice', () => {
    // ⌈ln 0.05 / ln 0.9⌉ = 29 pairs are needed, 44 are there.
    expect(judge(0, 1, 44, { margin: 0.1, alpha: 0.05 }).outcome).toBe('pass');
  });

  it('fails what is shown to be worse by more than the margin', () => {
    expect(judge(20, 100, 1000).outcome).toBe('fail');
  });

  it('does not fail on three losses in three pairs: that is luck once in eight', () => {
    const decision = judge(0, 3, 3);
    expect(decision.z).toBeLessThan(-1.645);
    expect(decision.outcome).toBe('inconclusive');
  });

  it('does not fail on losses that the margin alone would bring', () => {
    // Six or more losses in a hundred come up in 8 % of sets when the chance of a loss is 3 %.
    const decision = judge(0, 6, 100);
    expect(decision.z).toBeLessThan(-1.645);
    expect(decision.outcome).toBe('inconclusive');
  });

  it('cannot tell when a shown difference straddles the margin', () => {
    expect(judge(20, 50, 1000).outcome).toBe('inconclusive');
  });

  it('cannot tell without a pair', () => {
    expect(judgeNonInferiority(pairedCounts([0, 0, 0, 0]), rule)).toEqual({
      outcome: 'inconclusive',
      z: null,
      pValueOneSided: null,
    });
  });

  it.each([
    { margin: 0, alpha: 0.05 },
    { margin: 1, alpha: 0.05 },
    { margin: 0.03, alpha: 0 },
    { margin: 0.03, alpha: 0.5 },
    { margin: Number.NaN, alpha: 0.05 },
  ])('refuses the rule %j', (impossible) => {
    expect(() => judge(1, 1, 10, impossible)).toThrow(RangeError);
  });

  it('agrees with the interval: pass only above the margin, fail only below it', () => {
    const margins = fc.double({ min: 0.005, max: 0.3, noNaN: true });
    fc.assert(
      fc.property(arbitraryCounts(), margins, fc.constantFrom(0.05, 0.025), (counts, margin, alpha) => {
        const { outcome } = judgeNonInferiority(counts, { margin, alpha });
        const interval = tangoInterval(counts, 1 - 2 * alpha);
        const isAbove = (interval?.low ?? -1) > -margin;
        const isBelow = (interval?.high ?? 1) < -margin;
        expect(outcome !== 'pass' || isAbove).toBe(true);
        expect(outcome !== 'fail' || isBelow).toBe(true);
        expect(outcome === 'inconclusive' || isAbove || isBelow).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });

  it('errs about as often as α says when the truth lies on the margin', () => {
    // Exact: every table of n pairs, weighted by its trinomial probability at Δ = −m, over a range of discordance.
    const n = 100;
    const logFactorials = [0];
    for (let k = 1; k <= n; k += 1) {
      logFactorials.push((logFactorials[k - 1] ?? 0) + Math.log(k));
    }
    const logFactorial = (k: number) => logFactorials[k] ?? Number.NaN;
    const tables: { wins: number; losses: number; outcome: 'pass' | 'fail' | 'inconclusive'; ways: number }[] = [];
    for (let wins = 0; wins <= n; wins += 1) {
      for (let losses = 0; wins + losses <= n; losses += 1) {
        const ways = logFactorial(n) - logFactorial(wins) - logFactorial(losses) - logFactorial(n - wins - losses);
        tables.push({ wins, losses, outcome: judge(wins, losses, n).outcome, ways });
      }
    }
    for (const discordance of [0.0301, 0.05, 0.1, 0.2, 0.4, 0.8]) {
      const win = Math.log((discordance - rule.margin) / 2);
      const loss = Math.log((discordance + rule.margin) / 2);
      const same = Math.log(1 - discordance);
      const rate = { pass: 0, fail: 0, inconclusive: 0 };
      for (const { wins, losses, outcome, ways } of tables) {
        const weight = Math.exp(ways + wins * win + losses * loss + (n - wins - losses) * same);
        rate[outcome] += weight;
      }
      expect(rate.pass).toBeLessThan(0.06);
      expect(rate.fail).toBeLessThan(0.06);
    }
  });
});
