import { aRoutePlan } from '../../../test/builders/a-route-plan.js';
import type { GuardrailThresholds } from '../../kernel/policy.js';
import type { ArmReading } from './guardrail.js';
import { latency } from './latency.js';

const thresholds = aRoutePlan().guardrails as GuardrailThresholds;
const arm = (latencyMsP95: number | null, exchanges = 100): ArmReading => ({ exchanges, failures: 0, latencyMsP95 });
const judge = (candidate: ArmReading, incumbent: ArmReading) => latency.judge({ candidate, incumbent, thresholds });

describe('the latency guardrail', () => {
  it('trips when the slow end is slower than the allowed ratio', () => {
    expect(judge(arm(1501), arm(1000))).toMatchObject({ outcome: 'fail', measured: 1501, bound: 1500 });
  });

  it('counts the limit itself as allowed', () => {
    expect(judge(arm(1500), arm(1000)).outcome).toBe('pass');
  });

  it('never trips below what nobody minds, whatever the ratio', () => {
    expect(judge(arm(500), arm(10))).toMatchObject({ outcome: 'pass', bound: 500 });
    expect(judge(arm(501), arm(10))).toMatchObject({ outcome: 'fail', bound: 500 });
  });

  it('passes a harmless time without an incumbent to compare with', () => {
    expect(judge(arm(80), arm(null, 0)).outcome).toBe('pass');
  });

  it('cannot tell without enough calls of either arm', () => {
    expect(judge(arm(9000, 49), arm(1000)).outcome).toBe('inconclusive');
    expect(judge(arm(9000), arm(1000, 49)).outcome).toBe('inconclusive');
    expect(judge(arm(9000), arm(null, 100)).outcome).toBe('inconclusive');
  });

  it('cannot tell when no call succeeded', () => {
    expect(judge(arm(null), arm(1000))).toMatchObject({ outcome: 'inconclusive', measured: null });
  });
});
