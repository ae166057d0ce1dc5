// When is the way back needed no more? The steps that are left, each as short as the policy lets it be, then the soak and the
// rollback window: the earliest end. Later ones are likely, so that what ends before this one surely ends too early.
import type { Policy } from '../../kernel/policy.js';
import { stageOf, stepOf } from '../../lifecycle/reading.js';
import type { StoredSnapshot } from '../../lifecycle/snapshot.js';

const minuteMs = 60_000;
const dayMs = 86_400_000;

/** ms; null where no traffic moves, and once the rollback window is over. */
export function rampEndsAt(snapshot: StoredSnapshot, policy: Policy | null, now: number): number | null {
  if (policy === null) {
    return null;
  }
  const { soakMinutesMin, rollbackWindowDays } = policy.rollout;
  const { stageEnteredAt } = snapshot.context;
  const windowMs = rollbackWindowDays * dayMs;
  if (stageOf(snapshot) === 'completed') {
    const endsAt = stageEnteredAt + windowMs;
    return endsAt > now ? endsAt : null;
  }
  const stepsMs = millisecondsOfSteps(snapshot, policy, now);
  return stepsMs === null ? null : now + stepsMs + soakLeft(snapshot, soakMinutesMin, now) + windowMs;
}

/** Of this step and those after it, without the soak; null outside the cutover. */
function millisecondsOfSteps(snapshot: StoredSnapshot, { rollout }: Policy, now: number): number | null {
  const stepMs = rollout.minutesPerStepMin * minuteMs;
  const { weightsPercent, rampStep } = snapshot.context;
  const left = Math.max(0, stepMs - lastedMs(snapshot, now));
  switch (stepOf(snapshot)) {
    case 'shadow':
      return weightsPercent.length * stepMs;
    case 'canary':
    case 'ramp':
      return left + Math.max(0, weightsPercent.length - 1 - rampStep) * stepMs;
    case 'soak':
      return 0;
    default:
      return null;
  }
}

function soakLeft(snapshot: StoredSnapshot, minutes: number, now: number): number {
  const soakMs = minutes * minuteMs;
  return stepOf(snapshot) === 'soak' ? Math.max(0, soakMs - lastedMs(snapshot, now)) : soakMs;
}

/** Time in a pause does not count. */
function lastedMs({ context }: StoredSnapshot, now: number): number {
  const { stepEnteredAt, pausedAt, manualPauseMs } = context;
  const running = pausedAt === null ? 0 : Math.max(0, now - Math.max(pausedAt, stepEnteredAt));
  return Math.max(0, now - stepEnteredAt - manualPauseMs - running);
}
