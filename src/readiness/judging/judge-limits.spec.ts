import type { Limits } from '../check.js';
import { judgeByLimits } from './judge-limits.js';
import { countMeasured, shareMeasured, skippedMeasured, unmeasured } from './measured.js';

const low: Limits = { better: 'low', warn: 0.01, fail: 0.05, source: 'test' };
const high: Limits = { better: 'high', warn: 500, fail: 50, source: 'test' };
const share = (numerator: number, denominator: number) =>
  judgeByLimits({ measured: shareMeasured({ numerator, denominator }), limits: low, found: 'Found.' });
const count = (value: number) =>
  judgeByLimits({ measured: countMeasured({ value, unit: 'rows' }), limits: high, found: 'Found.' });

describe('judging by limits', () => {
  it.each([
    [1, 100, 'pass'],
    [2, 100, 'warn'],
    [5, 100, 'warn'],
    [6, 100, 'fail'],
  ])('%d of %d is %3$s where less is better', (numerator, denominator, outcome) => {
    expect(share(numerator, denominator).outcome).toBe(outcome);
  });

  it.each([
    [500, 'pass'],
    [499, 'warn'],
    [50, 'warn'],
    [49, 'fail'],
    [0, 'fail'],
  ])('%d rows are %s where more is better', (value, outcome) => {
    expect(count(value).outcome).toBe(outcome);
  });

  it('only warns by a share of fewer than thirty', () => {
    expect(share(29, 29).outcome).toBe('warn');
    expect(share(30, 30).outcome).toBe('fail');
  });

  it('passes nothing that was not measured', () => {
    const judge = (measured: ReturnType<typeof unmeasured>) =>
      judgeByLimits({ measured, limits: low, found: '' }).outcome;
    expect(share(0, 0).outcome).toBe('inconclusive');
    expect(judge(unmeasured('rows'))).toBe('inconclusive');
    expect(judge(skippedMeasured('rows', 'No reason.'))).toBe('skipped');
  });

  it('says the limits in the unit of the measure', () => {
    expect(share(1, 100).text).toBe('Found. More than 5 % fails, more than 1 % warns.');
    expect(count(1).text).toBe('Found. Fewer than 50 fails, fewer than 500 warns.');
  });
});
