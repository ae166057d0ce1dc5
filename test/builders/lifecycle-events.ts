// Events and walks for tests of the lifecycle: every event at one moment, said by one of few persons.
import type { CommandEvent, HappeningEvent, LifecycleEvent } from '../../src/lifecycle/lifecycle-event.js';
import { initialSnapshot, type StoredSnapshot } from '../../src/lifecycle/snapshot.js';
import { step } from '../../src/lifecycle/step.js';

export const gateRun = { gateRunId: 'run_1', evidenceDigest: 'sha256:one' };
export const testWeightsPercent: readonly number[] = [1, 10, 50];

type CommandType = CommandEvent['type'];

/** The command in a form that fits wherever the machine takes it at all. */
export function commandEvent(type: CommandType, person = 'ana', at = 0): CommandEvent {
  const base = { person, at, reason: 'because' };
  if (type === 'DECIDE') {
    return { ...base, type, choice: 'migrate', policyDigest: 'sha256:policy', weightsPercent: testWeightsPercent };
  }
  return type === 'APPROVE' ? { ...base, type, ...gateRun } : { ...base, type };
}

export function gatePass(approvalsRequired: number, at = 0): HappeningEvent {
  return { type: 'GATE_PASS', ...gateRun, approvalsRequired, at };
}

export function badGate(type: 'GATE_FAIL' | 'GATE_INCONCLUSIVE' | 'GATE_ERROR', at = 0): HappeningEvent {
  return { type, ...gateRun, at };
}

export function breach(at = 0): HappeningEvent {
  return { type: 'GUARDRAIL_BREACHED', guardrail: 'error-rate', measured: 0.2, bound: 0.02, at };
}

export function happening(
  type: Exclude<
    HappeningEvent['type'],
    'GATE_PASS' | 'GATE_FAIL' | 'GATE_INCONCLUSIVE' | 'GATE_ERROR' | 'GUARDRAIL_BREACHED'
  >,
  at = 0,
): HappeningEvent {
  return { type, reason: 'it happened', at } as HappeningEvent;
}

const commandTypes: readonly CommandType[] = [
  'ADVANCE',
  'DECIDE',
  'APPROVE',
  'DECLINE',
  'OVERRIDE',
  'PAUSE',
  'RESUME',
  'ROLLBACK',
  'RETRY',
  'RETUNE',
  'REOPEN',
  'ABORT',
  'DECOMMISSION',
  'ACCEPT_RISK',
];

/** Commands whose outcome depends on who gives them. */
const personalTypes: readonly CommandType[] = ['APPROVE', 'OVERRIDE', 'DECOMMISSION', 'ACCEPT_RISK'];

/** A finite alphabet that holds every kind of event, what is personal from two persons, and approvals of the wrong run. */
export const eventAlphabet: readonly LifecycleEvent[] = [
  ...commandTypes.map((type) => commandEvent(type)),
  ...personalTypes.map((type) => commandEvent(type, 'ben')),
  { type: 'DECIDE', person: 'ana', choice: 'retain', policyDigest: null, weightsPercent: [], at: 0 },
  { type: 'DECIDE', person: 'ana', choice: 'migrate', policyDigest: 'sha256:policy', weightsPercent: [50, 10], at: 0 },
  { type: 'APPROVE', person: 'ana', ...gateRun, evidenceDigest: 'sha256:other', at: 0 },
  ...[0, 1, 2].map((approvals) => gatePass(approvals)),
  badGate('GATE_FAIL'),
  badGate('GATE_INCONCLUSIVE'),
  badGate('GATE_ERROR'),
  happening('EVIDENCE_CHANGED'),
  happening('GATE_RUN_EXPIRED'),
  happening('APPROVALS_EXPIRED'),
  happening('JOB_STARTED'),
  happening('JOB_SUCCEEDED'),
  happening('JOB_FAILED'),
  breach(),
  happening('DATASET_REVOKED'),
  happening('TELEMETRY_LOST'),
  happening('TELEMETRY_RESTORED'),
  happening('BLIND_TIMED_OUT'),
  happening('FALLBACK_DOWN'),
  happening('FALLBACK_UP'),
];

/** Walks on, and fails the test where the machine refuses. */
export function walk(snapshot: StoredSnapshot, ...events: readonly LifecycleEvent[]): StoredSnapshot {
  const outcome = step({ snapshot, events, now: Number.MAX_SAFE_INTEGER });
  if ('refused' in outcome) {
    throw new Error(outcome.detail);
  }
  return outcome.snapshot;
}

const onward = (at: number): LifecycleEvent[] => [commandEvent('ADVANCE', 'lea', at), gatePass(0, at)];
const jobDone = (at: number): LifecycleEvent[] => [happening('JOB_STARTED', at), happening('JOB_SUCCEEDED', at)];

const path = [
  ['assessing', () => []],
  ['deciding', (at: number) => [...onward(at), commandEvent('APPROVE', 'ana', at)]],
  ['collecting', (at: number) => [commandEvent('DECIDE', 'lea', at)]],
  ['tuning', onward],
  ['evaluating', (at: number) => [...jobDone(at), ...onward(at)]],
  ['shadow', (at: number) => [...jobDone(at), ...onward(at)]],
  ['canary', onward],
  ['ramp', onward],
  ['soak', (at: number) => [...onward(at), ...onward(at)]],
  ['completed', onward],
] as const satisfies readonly (readonly [string, (at: number) => LifecycleEvent[]])[];

export type Milestone = (typeof path)[number][0];

/** A project that went the straight way up to the milestone, all at the moment `at`. */
export function projectAt(milestone: Milestone, at = 0): StoredSnapshot {
  const reached = path.findIndex(([name]) => name === milestone);
  return walk(initialSnapshot(at), ...path.slice(0, reached + 1).flatMap(([, eventsOf]) => eventsOf(at)));
}
