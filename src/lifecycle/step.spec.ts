// Behaviour of single steps; the invariants over all configurations stand in machine.spec.ts.
import fc from 'fast-check';
import {
  badGate,
  breach,
  commandEvent,
  eventAlphabet,
  gatePass,
  happening,
  projectAt,
  walk,
} from '../../test/builders/lifecycle-events.js';
import { isRefusal, type Refusal } from '../kernel/refusal.js';
import type { LifecycleEvent } from './lifecycle-event.js';
import { fallbackOf, guardrailOf, stagePathOf, trafficOf } from './reading.js';
import { initialSnapshot, type StoredSnapshot } from './snapshot.js';
import { type Stepped, step } from './step.js';

const now = 1_000_000;

function stepped(snapshot: StoredSnapshot, ...events: LifecycleEvent[]): Stepped {
  const outcome = step({ snapshot, events, now });
  if (isRefusal(outcome)) {
    throw new Error(outcome.detail);
  }
  return outcome;
}

function refused(snapshot: StoredSnapshot, ...events: LifecycleEvent[]): Refusal {
  const outcome = step({ snapshot, events, now });
  if (!isRefusal(outcome)) {
    throw new Error(`was taken, to ${outcome.to}`);
  }
  return outcome;
}

const advance = commandEvent('ADVANCE', 'lea');

describe('a step', () => {
  it('says where it came from, where it got to, and what traffic does', () => {
    const outcome = stepped(projectAt('shadow'), advance, gatePass(0));
    expect(outcome).toMatchObject({
      from: 'cutover.shadow.working',
      to: 'cutover.canary.working',
      traffic: { mode: 'split', weightPercent: 1 },
      intents: [],
    });
  });

  it('takes all events or none', () => {
    const before = projectAt('collecting');
    const text = JSON.stringify(before);
    expect(refused(before, advance, gatePass(2), commandEvent('RETRY')).code).toBe('command-not-accepted');
    expect(JSON.stringify(before)).toBe(text);
  });

  it('names the accepted commands when it refuses', () => {
    expect(refused(projectAt('deciding'), advance)).toMatchObject({ acceptedCommands: ['decide', 'pause', 'abort'] });
  });

  it('refuses to hear an event from the future, which is a bug', () => {
    expect(() => step({ snapshot: initialSnapshot(0), events: [commandEvent('ADVANCE', 'lea', 5)], now: 4 })).toThrow(
      RangeError,
    );
  });

  it('leaves the snapshot as it is when there are no events', () => {
    const snapshot = projectAt('canary');
    expect(stepped(snapshot).snapshot).toBe(snapshot);
  });
});

describe('gates', () => {
  it('always asks a person at the intake, even where the policy asks for nobody', () => {
    const asked = stepped(initialSnapshot(0), advance, gatePass(0));
    expect(asked.to).toBe('assessing.awaitingApproval');
    expect(asked.snapshot.context.approvalsRequired).toBe(1);
  });

  it('counts persons: two approvals are two different people', () => {
    const waiting = walk(projectAt('collecting'), advance, gatePass(2), commandEvent('APPROVE', 'ana'));
    expect(refused(waiting, commandEvent('APPROVE', 'ana')).detail).toContain('another person');
    expect(stepped(waiting, commandEvent('APPROVE', 'ben')).to).toBe('tuning.queued');
  });

  it('takes two persons to override where traffic rises, and one before', () => {
    const early = walk(projectAt('collecting'), advance, badGate('GATE_INCONCLUSIVE'));
    expect(stepped(early, commandEvent('OVERRIDE', 'rob')).to).toBe('tuning.queued');
    for (const milestone of ['canary', 'ramp', 'soak'] as const) {
      const late = walk(projectAt(milestone), advance, badGate('GATE_FAIL'), commandEvent('OVERRIDE', 'rob'));
      expect(stagePathOf(late)).toBe(`cutover.${milestone}.blocked`);
      expect(refused(late, commandEvent('OVERRIDE', 'rob')).detail).toContain('second, different person');
      expect(stagePathOf(walk(late, commandEvent('OVERRIDE', 'ria')))).not.toContain('blocked');
    }
  });

  it('voids approvals when evidence changes, and again asks for all of them', () => {
    const waiting = walk(projectAt('shadow'), advance, gatePass(2), commandEvent('APPROVE', 'ana'));
    const again = walk(waiting, happening('EVIDENCE_CHANGED'), gatePass(2));
    expect(stagePathOf(again)).toBe('cutover.shadow.awaitingApproval');
    expect(again.context.approvals).toEqual([]);
  });

  it('parks an approved gate while paused, and moves on when resumed', () => {
    const parked = walk(projectAt('shadow'), commandEvent('PAUSE'), advance, gatePass(0));
    expect(stagePathOf(parked)).toBe('cutover.shadow.ready');
    expect(trafficOf(parked).mode).toBe('shadow');
    expect(stagePathOf(walk(parked, commandEvent('RESUME')))).toBe('cutover.canary.working');
  });

  it('parks an approved gate while the way back is closed, and moves on when it opens', () => {
    const parked = walk(projectAt('canary'), happening('FALLBACK_DOWN'), advance, gatePass(0));
    expect(stagePathOf(parked)).toBe('cutover.canary.ready');
    expect(stagePathOf(walk(parked, happening('FALLBACK_UP')))).toBe('cutover.ramp.working');
  });

  it('blocks a declined gate', () => {
    const declined = walk(projectAt('shadow'), advance, gatePass(1), commandEvent('DECLINE', 'ana'));
    expect(stagePathOf(declined)).toBe('cutover.shadow.blocked');
  });
});

describe('the ramp', () => {
  it('goes through the frozen weights and then soaks at 100 percent', () => {
    const weights: number[] = [];
    let snapshot = projectAt('canary');
    while (trafficOf(snapshot).mode === 'split') {
      weights.push(trafficOf(snapshot).weightPercent);
      snapshot = walk(snapshot, advance, gatePass(0));
    }
    expect(weights).toEqual([1, 10, 50]);
    expect(trafficOf(snapshot)).toEqual({ mode: 'candidate', weightPercent: 100 });
  });

  it('skips itself where the plan has the canary only', () => {
    const decide = { ...commandEvent('DECIDE'), weightsPercent: [5] } as LifecycleEvent;
    const collecting = walk(projectAt('deciding'), decide);
    const job = [happening('JOB_SUCCEEDED'), advance, gatePass(0)];
    const canary = walk(collecting, advance, gatePass(0), ...job, ...job, advance, gatePass(0));
    expect(stagePathOf(walk(canary, advance, gatePass(0)))).toBe('cutover.soak.working');
  });

  it.each([[[]], [[10, 10]], [[50, 10]], [[0, 10]], [[10, 100]]])('refuses the plan %j', (weightsPercent) => {
    const decide = { ...commandEvent('DECIDE'), weightsPercent } as LifecycleEvent;
    expect(refused(projectAt('deciding'), decide).detail).toContain('ascending weights');
  });
});

describe('jobs', () => {
  it('starts training with the person who asked for it as its owner', () => {
    const outcome = stepped(projectAt('collecting'), advance, gatePass(0));
    expect(outcome.intents).toEqual([
      { topic: 'training.start', payload: { attempt: 1, at: 0, requestedBy: 'lea', cause: 'GATE_PASS' } },
    ]);
  });

  it('cancels a job that is left while it is awaited, and only then', () => {
    const tuning = projectAt('tuning');
    expect(stepped(tuning, commandEvent('ABORT')).intents).toMatchObject([{ topic: 'training.cancel' }]);
    const evaluating = projectAt('evaluating');
    expect(stepped(evaluating, commandEvent('RETUNE')).intents.map(({ topic }) => topic)).toEqual([
      'evaluation.cancel',
      'training.start',
    ]);
    expect(stepped(tuning, happening('JOB_FAILED')).intents).toEqual([]);
    expect(stepped(tuning, happening('JOB_FAILED'), commandEvent('ABORT')).intents).toEqual([]);
  });

  it('runs a failed job again on RETRY', () => {
    const failed = walk(projectAt('tuning'), happening('JOB_FAILED'));
    expect(failed.context.jobFailure).toBe('it happened');
    const again = stepped(failed, commandEvent('RETRY', 'lou'));
    expect(again.to).toBe('tuning.queued');
    expect(again.snapshot.context).toMatchObject({ jobFailure: null, jobOwner: 'lou', attempt: 1 });
    expect(again.intents).toMatchObject([{ topic: 'training.start', payload: { requestedBy: 'lou' } }]);
  });

  it('stops training when the data set is revoked, and goes back to collecting', () => {
    const outcome = stepped(projectAt('tuning'), happening('DATASET_REVOKED'));
    expect(outcome.to).toBe('collecting.working');
    expect(outcome.intents).toMatchObject([{ topic: 'training.cancel' }]);
  });
});

describe('the way back', () => {
  it('notes what was rolled back, why, and by what', () => {
    const back = stepped(projectAt('ramp'), breach(7));
    expect(back.to).toBe('rolledBack');
    expect(back.snapshot.context.lastRollback).toEqual({
      reason: 'Guardrail error-rate measured 0.2 where 0.02 is the bound.',
      trigger: 'guardrail',
      weightPercentAtRollback: 10,
      at: 7,
    });
    expect(back.intents).toMatchObject([{ topic: 'people.call', payload: { trigger: 'GUARDRAIL_BREACHED' } }]);
    expect(guardrailOf(back.snapshot)).toBe('tripped');
  });

  it('is refused with the reason where the incumbent is down', () => {
    const exposed = walk(projectAt('canary'), happening('FALLBACK_DOWN'));
    expect(refused(exposed, commandEvent('ROLLBACK')).detail).toContain('incumbent does not answer');
    expect(refused(exposed, commandEvent('ABORT')).detail).toContain('incumbent does not answer');
  });

  it('contains a breach without a healthy incumbent, calls people, and goes back once it answers', () => {
    const down = walk(projectAt('canary'), happening('FALLBACK_DOWN'));
    const contained = stepped(down, breach(3));
    expect(contained).toMatchObject({ to: 'contained', traffic: { mode: 'split', weightPercent: 1 } });
    expect(contained.intents).toMatchObject([{ topic: 'people.call' }]);
    const back = stepped(contained.snapshot, happening('FALLBACK_UP', 9));
    expect(back).toMatchObject({ to: 'rolledBack', traffic: { mode: 'incumbent', weightPercent: 0 } });
    expect(back.snapshot.context.lastRollback).toMatchObject({
      trigger: 'guardrail',
      weightPercentAtRollback: 1,
      at: 9,
    });
    expect(fallbackOf(back.snapshot)).toBe('available');
  });

  it('completes from contained only when two persons accept the risk', () => {
    const contained = walk(
      projectAt('canary'),
      happening('FALLBACK_DOWN'),
      breach(),
      commandEvent('ACCEPT_RISK', 'rob'),
    );
    expect(refused(contained, commandEvent('ACCEPT_RISK', 'rob')).detail).toContain('second, different person');
    const completed = stepped(contained, commandEvent('ACCEPT_RISK', 'ria'));
    expect(completed).toMatchObject({ to: 'completed.serving', traffic: { mode: 'candidate', weightPercent: 100 } });
    expect(guardrailOf(completed.snapshot)).toBe('armed');
  });

  it('starts a new attempt in shadow on RETRY, but never with revoked data', () => {
    const back = walk(projectAt('canary'), commandEvent('ROLLBACK'));
    const again = walk(back, commandEvent('RETRY'));
    expect([stagePathOf(again), again.context.attempt]).toEqual(['cutover.shadow.working', 2]);
    expect(refused(walk(back, happening('DATASET_REVOKED')), commandEvent('RETRY')).detail).toContain('revoked');
  });

  it('stays open after completing until two persons give it up', () => {
    const completed = projectAt('completed');
    expect(stepped(completed, commandEvent('ROLLBACK')).to).toBe('rolledBack');
    const proposed = walk(completed, commandEvent('DECOMMISSION', 'lea'));
    expect(stepped(proposed, breach()).to).toBe('rolledBack');
    expect(refused(proposed, commandEvent('DECOMMISSION', 'lea')).detail).toContain('second, different person');
    expect(stepped(proposed, commandEvent('DECLINE', 'rob')).to).toBe('completed.serving');
    const over = walk(proposed, commandEvent('DECOMMISSION', 'rob'));
    expect(refused(over, commandEvent('ROLLBACK')).detail).toContain('ended as decommissioned');
  });
});

describe('any walk at random', () => {
  it('keeps the snapshot plain JSON, and changes nothing when it refuses', () => {
    const events = fc.array(fc.array(fc.constantFrom(...eventAlphabet), { minLength: 1, maxLength: 3 }), {
      maxLength: 60,
    });
    const start = fc.constantFrom('assessing', 'tuning', 'shadow', 'ramp', 'soak', 'completed' as const);
    fc.assert(
      fc.property(start, events, (milestone, steps) => {
        let snapshot = projectAt(milestone as 'assessing');
        for (const some of steps) {
          const text = JSON.stringify(snapshot);
          const outcome = step({ snapshot, events: some, now });
          expect(JSON.stringify(snapshot)).toBe(text);
          if (!isRefusal(outcome)) {
            expect(JSON.parse(JSON.stringify(outcome.snapshot))).toEqual(outcome.snapshot);
            // What comes back from the database steps exactly like what never left.
            const revived = JSON.parse(text) as StoredSnapshot;
            expect(step({ snapshot: revived, events: some, now })).toEqual(outcome);
            snapshot = outcome.snapshot;
          }
        }
      }),
      { numRuns: 150 },
    );
  });
});
