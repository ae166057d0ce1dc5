// Each check at its thresholds, by the limits that ship.
import { aNearFacts, aSetFacts, aShare, judged } from '../../../../test/builders/set-context.js';
import type { Check, SetContext } from '../../check.js';
import { leakageChecks } from './leakage-checks.js';

function find(id: string): Check {
  const check = leakageChecks.find((one) => one.id === id);
  if (check === undefined) {
    throw new Error(`no check ${id}`);
  }
  return check;
}

const kept = { train: 900, holdout: 100 };
const none = { train: 0, holdout: 0 };
const fates = { kept, outranked: none, repeated: none, leaked: none };

const withSet = (parts: Parameters<typeof aSetFacts>[0]): Partial<SetContext> => ({
  set: aSetFacts({ rows: 1000, fates, leakedExactly: aShare(0, 100), ...parts }),
});
const near = (nearHoldoutRows: number, nearHoldoutRowsLeft = nearHoldoutRows): Partial<SetContext> => ({
  near: aNearFacts({ trainRows: 900, holdoutRows: 100, nearHoldoutRows, nearHoldoutRowsLeft }),
});
const runs = (shared: number, mostlyCovered: number) => withSet({ sharedNgrams: aShare(shared, 100), mostlyCovered });

describe('the checks of leakage', () => {
  it.each([
    ['L01', withSet({ leakedExactly: aShare(25, 100) }), 'pass'],
    ['L01', withSet({ leakedExactly: aShare(25, 100), leakedStill: 1 }), 'fail'],
    ['L02', near(1), 'pass'],
    ['L02', near(2), 'warn'],
    ['L02', near(5), 'warn'],
    ['L02', near(6), 'fail'],
    ['L02', near(20, 5), 'warn'],
    ['L03', runs(0, 0), 'pass'],
    ['L03', runs(1, 0), 'warn'],
    ['L03', runs(60, 1), 'warn'],
    ['L03', runs(2, 2), 'fail'],
    ['L03', withSet({}), 'skipped'],
    ['L04', withSet({ groupsOnBothSides: aShare(0, 10) }), 'pass'],
    ['L04', withSet({ groupsOnBothSides: aShare(1, 10) }), 'fail'],
    ['L04', withSet({}), 'skipped'],
    ['L05', withSet({ benchmarkNgrams: aShare(0, 1000) }), 'pass'],
    ['L05', withSet({ benchmarkNgrams: aShare(1, 1000) }), 'warn'],
    ['L05', withSet({ benchmarkNgrams: aShare(11, 1000) }), 'fail'],
    ['L05', withSet({}), 'skipped'],
    ['L06', withSet({ answerInPrompt: aShare(10, 1000) }), 'pass'],
    ['L06', withSet({ answerInPrompt: aShare(11, 1000) }), 'warn'],
    ['L06', withSet({ answerInPrompt: aShare(101, 1000) }), 'fail'],
    ['L07', withSet({ fewShotInHoldout: aShare(0, 100) }), 'pass'],
    ['L07', withSet({ fewShotInHoldout: aShare(1, 100) }), 'warn'],
    ['L07', withSet({}), 'skipped'],
  ] as const)('%s with %j: %s', (id, context, outcome) => {
    expect(judged(find(id), [], context).outcome).toBe(outcome);
  });

  it.each(leakageChecks.map((check) => [check.id, check] as const))('%s cannot tell without rows', (_id, check) => {
    expect(judged(check, []).outcome).toBe('inconclusive');
  });

  it('L01 says what was delivered and what was taken out for it', () => {
    const leaked = { fates: { ...fates, leaked: { train: 27, holdout: 0 } }, leakedExactly: aShare(25, 100) };
    const found = judged(find('L01'), [], withSet(leaked));
    expect(found.text).toContain('25 of 100 held-out rows had their prompt in the training rows');
    expect(found.measured.effect).toEqual({ rows: -27, tokens: null, metricAfter: 0 });
  });

  it.each([
    [29, 'warn'],
    [30, 'fail'],
    [899, 'fail'],
    [900, 'warn'],
  ])('L03 with nine copies among %d held-out rows: %s', (heldOut, outcome) => {
    const set = withSet({ sharedNgrams: aShare(9, 29), mostlyCovered: 9, leakedExactly: aShare(0, heldOut) });
    expect(judged(find('L03'), [], set).outcome).toBe(outcome);
  });
});
