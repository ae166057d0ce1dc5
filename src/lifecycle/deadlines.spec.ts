import { testPolicy } from '../../test/builders/gate-facts.js';
import {
  badGate,
  breach,
  commandEvent,
  gatePass,
  happening,
  projectAt,
  walk,
} from '../../test/builders/lifecycle-events.js';
import { deadlinesOf, dwellEndsAt, rollbackWindowEndsAt } from './deadlines.js';
import { step } from './step.js';

const minute = 60_000;
const hour = 60 * minute;
const policy = testPolicy;

const dues = (snapshot: ReturnType<typeof projectAt>, now: number) =>
  deadlinesOf(snapshot, policy, now).map(({ name, dueAt }) => [name, dueAt]);

describe('deadlines', () => {
  it('are none while evidence is gathered, and none after the end', () => {
    expect(deadlinesOf(projectAt('collecting'), policy, 0)).toEqual([]);
    expect(deadlinesOf(walk(projectAt('collecting'), commandEvent('ABORT')), policy, 0)).toEqual([]);
  });

  it('let a gate run and its approvals expire, the sooner first', () => {
    const waiting = walk(
      projectAt('collecting'),
      commandEvent('ADVANCE', 'lea', hour),
      gatePass(2, hour),
      commandEvent('APPROVE', 'ana', 2 * hour),
    );
    expect(dues(waiting, 2 * hour)).toEqual([
      ['gate-run-expires', hour + policy.gateRunExpiresAfterHours * hour],
      ['approvals-expire', 2 * hour + policy.approvals.expireAfterHours * hour],
    ]);
  });

  it('end a blindness that lasts', () => {
    const blind = walk(projectAt('ramp'), happening('TELEMETRY_LOST', 5));
    expect(dues(blind, 6)).toEqual([['blindness-ends', 5 + policy.guardrails.blindMinutesMax * minute]]);
    expect(dues(walk(blind, happening('TELEMETRY_RESTORED', 7)), 8)).toEqual([]);
  });

  it('ask a gate again when the step has lasted, pauses not counted', () => {
    const asked = walk(projectAt('canary'), commandEvent('ADVANCE', 'lea', 1), badGate('GATE_INCONCLUSIVE', 1));
    const dwell = policy.rollout.minutesPerStepMin * minute;
    expect(dues(asked, 1)[0]).toEqual(['dwell-ends', dwell]);
    const paused = walk(asked, commandEvent('PAUSE', 'lea', 10));
    expect(dwellEndsAt(paused, policy, 500)).toBeNull();
    const resumed = walk(paused, commandEvent('RESUME', 'lea', 1010));
    expect(dues(resumed, 1010)[0]).toEqual(['dwell-ends', dwell + 1000]);
  });

  it('do not ask again where the gate was judged after the step had lasted', () => {
    const late = policy.rollout.minutesPerStepMin * minute;
    const asked = walk(projectAt('canary'), commandEvent('ADVANCE', 'lea', late), badGate('GATE_INCONCLUSIVE', late));
    expect(dues(asked, late).map(([name]) => name)).toEqual(['gate-run-expires']);
  });

  it('bring events that the machine takes, never dated before now', () => {
    const now = 1000 * hour;
    const waiting = [
      walk(projectAt('shadow'), commandEvent('ADVANCE'), gatePass(2), commandEvent('APPROVE', 'ana')),
      walk(projectAt('soak'), commandEvent('ADVANCE'), badGate('GATE_INCONCLUSIVE')),
      walk(projectAt('canary'), happening('TELEMETRY_LOST')),
      walk(projectAt('canary'), happening('FALLBACK_DOWN'), happening('TELEMETRY_LOST'), breach()),
    ];
    const all = waiting.map((snapshot) => deadlinesOf(snapshot, policy, now).map((one) => ({ snapshot, ...one })));
    expect(all.map((some) => some.length)).toEqual([2, 2, 1, 0]);
    for (const { snapshot, event } of all.flat()) {
      expect(event.at).toBe(now);
      expect(step({ snapshot, events: [event], now })).toMatchObject({ kind: 'stepped' });
    }
  });

  it('keep the rollback window for as long as the policy says', () => {
    expect(rollbackWindowEndsAt(projectAt('completed', 9), policy)).toBe(
      9 + policy.rollout.rollbackWindowDays * 24 * hour,
    );
    expect(rollbackWindowEndsAt(projectAt('soak', 9), policy)).toBeNull();
  });
});
