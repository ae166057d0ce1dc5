import { aFinding, aReport } from '../../../test/builders/a-readiness-report.js';
import type { CheckOutcome } from '../check.js';
import { compareReports, rowMoves } from './compare-reports.js';

const withOutcome = (outcome: CheckOutcome, value: number | null = 0.03) =>
  aReport({ findings: [aFinding({ outcome, value })] });
const moveOf = (before: CheckOutcome, after: CheckOutcome) =>
  compareReports(withOutcome(before), withOutcome(after), null).checks[0]?.move;

describe('two reports compared', () => {
  it.each([
    ['fail', 'pass', 'better'],
    ['warn', 'fail', 'worse'],
    ['fail', 'waived', 'better'],
    ['pass', 'skipped', 'worse'],
    ['inconclusive', 'warn', 'better'],
    ['waived', 'warn', 'same'],
    ['pass', 'pass', 'same'],
  ] as const)('takes %s and then %s for %s', (before, after, move) => {
    expect(moveOf(before, after)).toBe(move);
  });

  it('sees another value of the same outcome', () => {
    expect(compareReports(withOutcome('warn', 0.03), withOutcome('warn', 0.02), null).checks[0]?.move).toBe('moved');
  });

  it('shows checks that were asked in one of the two only', () => {
    const [old, now] = [aFinding({ checkId: 'A01' }), aFinding({ checkId: 'Z01' })];
    const { checks } = compareReports(aReport({ findings: [old] }), aReport({ findings: [now] }), null);
    expect(checks.map(({ checkId, move, before, after }) => [checkId, move, before === null, after === null])).toEqual([
      ['Z01', 'new', true, false],
      ['A01', 'gone', false, true],
    ]);
  });

  it('says when the check asks otherwise now', () => {
    const [old, now] = [aFinding({ version: 1 }), aFinding({ version: 2 })];
    expect(
      compareReports(aReport({ findings: [old] }), aReport({ findings: [now] }), null).checks[0]?.isSameMethod,
    ).toBe(false);
  });

  it('puts what got worse first', () => {
    const ids = ['F01', 'F02', 'F03'];
    const before = aReport({ findings: ids.map((checkId) => aFinding({ checkId, outcome: 'warn' })) });
    const outcomes: CheckOutcome[] = ['warn', 'pass', 'fail'];
    const after = aReport({
      findings: ids.map((checkId, at) => aFinding({ checkId, outcome: outcomes[at] ?? 'pass' })),
    });
    expect(compareReports(before, after, null).checks.map(({ checkId }) => checkId)).toEqual(['F03', 'F02', 'F01']);
  });

  it('puts steps and reasons side by side', () => {
    const before = aReport({ funnel: [{ step: 'valid', rows: 10, removed: [{ reason: 'no JSON', rows: 2 }] }] });
    const after = aReport({ funnel: [{ step: 'valid', rows: 12, removed: [{ reason: 'too long', rows: 1 }] }] });
    const { funnel, losses } = compareReports(before, after, null);
    expect(funnel).toEqual([{ name: 'valid', before: 10, after: 12 }]);
    expect(losses).toEqual([
      { name: 'too long', before: null, after: 1 },
      { name: 'no JSON', before: 2, after: null },
    ]);
  });

  it('counts which rows came, went and stayed', () => {
    expect(rowMoves(['a', 'b', 'c'], ['b', 'c', 'd', 'e'])).toEqual({ gained: 2, lost: 1, stayed: 2 });
    expect(rowMoves([], [])).toEqual({ gained: 0, lost: 0, stayed: 0 });
  });
});
