import type { CheckOutcome } from '../check.js';
import { type JudgedCheck, type ReadinessVerdict, readinessVerdict } from './readiness-verdict.js';

const blocking = (...outcomes: CheckOutcome[]) => outcomes.map((outcome) => ({ outcome, blocking: true }));
const other = (...outcomes: CheckOutcome[]) => outcomes.map((outcome) => ({ outcome, blocking: false }));

describe('the verdict', () => {
  it.each<[ReadinessVerdict, JudgedCheck[], string]>([
    ['pass', blocking('pass', 'pass'), 'everything passed'],
    ['pass', [...blocking('pass'), ...other('skipped', 'inconclusive')], 'only questions that do not block are open'],
    ['warn', blocking('pass', 'warn'), 'a blocking check warns'],
    ['warn', [...blocking('pass'), ...other('fail')], 'a check that does not block fails'],
    ['warn', [...blocking('pass'), ...other('error')], 'a check that does not block breaks'],
    ['warn', blocking('pass', 'waived'), 'somebody answers for what a blocking check found'],
    ['warn', [...blocking('pass'), ...other('waived')], 'somebody answers for what another check found'],
    ['inconclusive', blocking('waived', 'skipped'), 'a waiver stands beside a blocking check that was skipped'],
    ['fail', blocking('pass', 'fail', 'skipped'), 'a blocking check fails'],
    ['fail', blocking('pass', 'error'), 'a blocking check breaks'],
    ['inconclusive', blocking('pass', 'skipped'), 'a blocking check was skipped'],
    ['inconclusive', blocking('warn', 'inconclusive'), 'a blocking check cannot tell'],
    ['inconclusive', [], 'nothing was asked'],
    ['inconclusive', other('pass'), 'nothing that blocks was asked'],
  ])('is %s when %3$s', (verdict, findings) => {
    expect(readinessVerdict(findings)).toBe(verdict);
  });
});
