import { aRoutePlan } from '../../../test/builders/a-route-plan.js';
import type { GuardrailThresholds } from '../../kernel/policy.js';
import { errorRate, errorRateExcess } from './error-rate.js';
import type { ArmReading } from './guardrail.js';

const thresholds = aRoutePlan().guardrails as GuardrailThresholds;
const arm = (exchanges: number, failures: number): ArmReading => ({ exchanges, failures, latencyMsP95: 100 });
const judge = (candidate: ArmReading, incumbent: ArmReading, more: Partial<GuardrailThresholds> = {}) =>
  errorRate.judge({ candidate, incumbent, thresholds: { ...thresholds, ...more } });

describe('the error rate guardrail', () => {
  it('finds the interval of a published example', () => {
    // Newcombe 1998, table II, 56/70 against 48/80, method 10: 0.0524 to 0.3339.
    const excess = errorRateExcess(arm(70, 56), arm(80, 48), 0.95);
    expect(excess?.value).toBeCloseTo(0.2, 10);
    expect(excess?.low).toBeCloseTo(0.0524, 4);
    expect(excess?.high).toBeCloseTo(0.3339, 4);
  });

  it('trips when the candidate surely fails more often than allowed', () => {
    const judged = judge(arm(200, 40), arm(4000, 40));
    expect(judged).toMatchObject({ id: 'error-rate', outcome: 'fail', bound: 0.02, n: 200 });
    expect(judged.measured).toBeCloseTo(0.19, 10);
  });

  it('stays quiet when the candidate is surely as good', () => {
    expect(judge(arm(2000, 20), arm(20_000, 200)).outcome).toBe('pass');
  });

  it('cannot tell while the truth may lie on either side of the limit', () => {
    expect(judge(arm(200, 8), arm(4000, 40)).outcome).toBe('inconclusive');
  });

  it('never passes on few calls without a failure', () => {
    expect(judge(arm(132, 0), arm(4000, 0)).outcome).toBe('inconclusive');
    expect(judge(arm(133, 0), arm(4000, 0)).outcome).toBe('pass');
  });

  it('does not judge below the least number of calls, however bad they went', () => {
    expect(judge(arm(49, 49), arm(4000, 0)).outcome).toBe('inconclusive');
    expect(judge(arm(50, 50), arm(4000, 0)).outcome).toBe('fail');
  });

  it('cannot tell without calls of both arms', () => {
    expect(judge(arm(0, 0), arm(4000, 40))).toMatchObject({ outcome: 'inconclusive', measured: null });
    expect(judge(arm(500, 500), arm(0, 0))).toMatchObject({ outcome: 'inconclusive', measured: null });
  });

  it('counts the limit itself as allowed', () => {
    const { high = 0 } = errorRateExcess(arm(400, 4), arm(400, 4), 0.9) ?? {};
    expect(judge(arm(400, 4), arm(400, 4), { errorRateExcessMax: high }).outcome).toBe('pass');
    const { low = 0 } = errorRateExcess(arm(400, 200), arm(400, 4), 0.999) ?? {};
    expect(judge(arm(400, 200), arm(400, 4), { errorRateExcessMax: low }).outcome).toBe('inconclusive');
  });

  it('says the number and the limit', () => {
    expect(judge(arm(200, 40), arm(4000, 40)).text).toMatch(/19\.00 %.*2\.00 % is allowed/);
  });
});
