import type { Policy } from '../../kernel/policy.js';
import { initialContext } from '../../lifecycle/lifecycle-context.js';
import type { StoredSnapshot } from '../../lifecycle/snapshot.js';
import { rampEndsAt } from './ramp-end.js';

const minuteMs = 60_000;
const dayMs = 86_400_000;
const now = 1_764_000_000_000;
const policy = {
  rollout: { minutesPerStepMin: 60, soakMinutesMin: 100, rollbackWindowDays: 14 },
} as unknown as Policy;
const windowMs = 14 * dayMs;

function at(stage: unknown, parts: Partial<StoredSnapshot['context']> = {}): StoredSnapshot {
  const context = { ...initialContext(now), weightsPercent: [1, 10, 50], ...parts };
  return { value: { stage, traffic: 'split' }, context } as unknown as StoredSnapshot;
}

describe('the earliest end of a ramp', () => {
  it.each([
    ['shadow', {}, 3 * 60 + 100],
    ['canary', {}, 3 * 60 + 100],
    ['ramp', { rampStep: 1, stepEnteredAt: now - 20 * minuteMs }, 40 + 60 + 100],
    ['ramp', { rampStep: 2, stepEnteredAt: now - 90 * minuteMs }, 100],
    ['ramp', { rampStep: 2, stepEnteredAt: now - 90 * minuteMs, pausedAt: now - 50 * minuteMs }, 20 + 100],
    ['soak', { rampStep: 2, stepEnteredAt: now - 30 * minuteMs }, 70],
  ] as const)('in the %s at %j is %i minutes and the rollback window ahead', (step, parts, minutes) => {
    const snapshot = at({ cutover: { [step]: 'working' } }, parts);
    expect(rampEndsAt(snapshot, policy, now)).toBe(now + minutes * minuteMs + windowMs);
  });

  it('is that of the rollback window once all traffic moved, and none after it', () => {
    const completed = (stageEnteredAt: number) => rampEndsAt(at('completed', { stageEnteredAt }), policy, now);
    expect(completed(now - dayMs)).toBe(now - dayMs + windowMs);
    expect(completed(now - windowMs)).toBeNull();
  });

  it.each(['assessing', 'evaluating', 'rolledBack'])('is none in %s', (stage) => {
    expect(rampEndsAt(at({ [stage]: 'working' }), policy, now)).toBeNull();
  });
});
