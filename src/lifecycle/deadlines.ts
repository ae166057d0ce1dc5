// When does something happen although nobody does anything? Timers are no part of the machine: they are derived from the
// stored snapshot, and a job turns one that passed into its event. A pause stops the dwell of a step, and nothing else:
// evidence and approvals grow old while people wait, and a blind guardrail is no safer for being on hold.
import type { Policy } from '../kernel/policy.js';
import type { HappeningEvent } from './lifecycle-event.js';
import { gateStateOf, guardrailOf, holdOf, isTerminal, pausedMsOf, stageOf, stepOf } from './reading.js';
import type { StoredSnapshot } from './snapshot.js';

export type DeadlineName = 'gate-run-expires' | 'approvals-expire' | 'blindness-ends' | 'dwell-ends';

export interface Deadline {
  readonly name: DeadlineName;
  /** Milliseconds since the epoch; may lie in the past. */
  readonly dueAt: number;
  /** What to send when it is due; its `at` is never before `now`. */
  readonly event: HappeningEvent;
}

const hourMs = 3_600_000;
const minuteMs = 60_000;

function dwellMinutes(snapshot: StoredSnapshot, policy: Policy): number | null {
  switch (stepOf(snapshot)) {
    case 'canary':
    case 'ramp':
      return policy.rollout.minutesPerStepMin;
    case 'soak':
      return policy.rollout.soakMinutesMin;
    default:
      return null;
  }
}

/** When the step will have lasted as long as the policy asks; `null` without a dwell, and while paused. */
export function dwellEndsAt(snapshot: StoredSnapshot, policy: Policy, now: number): number | null {
  const minutes = dwellMinutes(snapshot, policy);
  if (minutes === null || holdOf(snapshot) === 'paused') {
    return null;
  }
  return snapshot.context.stepEnteredAt + minutes * minuteMs + pausedMsOf(snapshot, now);
}

/** Until when the policy wants the way back kept; `null` outside `completed`. Nothing happens by itself then. */
export function rollbackWindowEndsAt(snapshot: StoredSnapshot, policy: Policy): number | null {
  return stageOf(snapshot) === 'completed'
    ? snapshot.context.stageEnteredAt + policy.rollout.rollbackWindowDays * 24 * hourMs
    : null;
}

function approvalsExpireAt(snapshot: StoredSnapshot, policy: Policy): number | null {
  const state = gateStateOf(snapshot);
  const oldest = snapshot.context.approvals[0];
  return oldest && (state === 'awaitingApproval' || state === 'ready')
    ? oldest.at + policy.approvals.expireAfterHours * hourMs
    : null;
}

function gateRunExpiresAt(snapshot: StoredSnapshot, policy: Policy): number | null {
  const { gateJudgedAt } = snapshot.context;
  const state = gateStateOf(snapshot);
  return gateJudgedAt === null || state === null || state === 'working' || state === 'evaluating'
    ? null
    : gateJudgedAt + policy.gateRunExpiresAfterHours * hourMs;
}

function blindnessEndsAt(snapshot: StoredSnapshot, policy: Policy): number | null {
  const { blindSince } = snapshot.context;
  return guardrailOf(snapshot) === 'blind' && blindSince !== null
    ? blindSince + policy.guardrails.blindMinutesMax * minuteMs
    : null;
}

/** Only for a gate that was judged before the dwell was over and could not tell: then time itself is new evidence. */
function dwellReopensAt(snapshot: StoredSnapshot, policy: Policy, now: number): number | null {
  const endsAt = dwellEndsAt(snapshot, policy, now);
  const { gateJudgedAt } = snapshot.context;
  return endsAt !== null && gateStateOf(snapshot) === 'inconclusive' && gateJudgedAt !== null && endsAt > gateJudgedAt
    ? endsAt
    : null;
}

/** Soonest first. None for a project that ended. `now` and all times are milliseconds since the epoch. */
export function deadlinesOf(snapshot: StoredSnapshot, policy: Policy, now: number): Deadline[] {
  if (isTerminal(snapshot)) {
    return [];
  }
  const candidates = [
    { name: 'gate-run-expires', dueAt: gateRunExpiresAt(snapshot, policy), type: 'GATE_RUN_EXPIRED' },
    { name: 'approvals-expire', dueAt: approvalsExpireAt(snapshot, policy), type: 'APPROVALS_EXPIRED' },
    { name: 'blindness-ends', dueAt: blindnessEndsAt(snapshot, policy), type: 'BLIND_TIMED_OUT' },
    { name: 'dwell-ends', dueAt: dwellReopensAt(snapshot, policy, now), type: 'EVIDENCE_CHANGED' },
  ] as const;
  return candidates
    .flatMap(({ name, dueAt, type }): Deadline[] =>
      dueAt === null ? [] : [{ name, dueAt, event: { type, at: Math.max(dueAt, now) } }],
    )
    .sort((left, right) => left.dueAt - right.dueAt);
}
