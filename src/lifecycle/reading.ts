// What a stored snapshot says, in the words that people use. Reads the stored JSON only: no machine, no step, so a status
// document can be made for thousands of projects.
import type { GateName } from '../kernel/policy.js';
import type { StoredSnapshot } from './snapshot.js';

export type StageName =
  | 'assessing'
  | 'deciding'
  | 'collecting'
  | 'tuning'
  | 'evaluating'
  | 'cutover'
  | 'completed'
  | 'rolledBack'
  | 'contained'
  | 'decommissioned'
  | 'retained'
  | 'aborted';

export type StepName = 'shadow' | 'canary' | 'ramp' | 'soak';
export type GateState =
  | 'working'
  | 'evaluating'
  | 'awaitingApproval'
  | 'blocked'
  | 'inconclusive'
  | 'errored'
  | 'ready';
export type JobState = 'queued' | 'running' | 'failed';
export type GuardrailState = 'disarmed' | 'armed' | 'blind' | 'tripped';
export type FallbackState = 'available' | 'unavailable';
export type HoldState = 'released' | 'paused';

export interface TrafficSetting {
  readonly mode: 'incumbent' | 'shadow' | 'split' | 'candidate';
  /** Share of calls whose answer users get from the candidate: 0 with `incumbent` and `shadow`, 100 with `candidate`. */
  readonly weightPercent: number;
}

interface Regions {
  readonly stage: unknown;
  readonly traffic: TrafficSetting['mode'];
  readonly guardrail: GuardrailState;
  readonly fallback: FallbackState;
  readonly hold: HoldState;
}

const gateStates: readonly string[] = [
  'working',
  'evaluating',
  'awaitingApproval',
  'blocked',
  'inconclusive',
  'errored',
  'ready',
];
const jobStates: readonly string[] = ['queued', 'running', 'failed'];
const stepNames: readonly string[] = ['shadow', 'canary', 'ramp', 'soak'];
const terminalStages: readonly string[] = ['decommissioned', 'retained', 'aborted'];

const gateOfStage: Partial<Record<StageName, GateName>> = {
  assessing: 'intake',
  collecting: 'data-ready',
  tuning: 'candidate-exists',
  evaluating: 'not-inferior',
};
const gateOfStep: Record<StepName, GateName> = {
  shadow: 'shadow-agrees',
  canary: 'canary-quiet',
  ramp: 'ramp-quiet',
  soak: 'ready-to-complete',
};

function regions(snapshot: StoredSnapshot): Regions {
  return snapshot.value as unknown as Regions;
}

/** The names from the stage down to the innermost state, such as `['cutover', 'canary', 'blocked']`. */
function stageNames(snapshot: StoredSnapshot): string[] {
  const names: string[] = [];
  let rest: unknown = regions(snapshot).stage;
  while (typeof rest === 'object' && rest !== null) {
    const [name, inner] = Object.entries(rest)[0] ?? ['', undefined];
    names.push(name);
    rest = inner;
  }
  return typeof rest === 'string' ? [...names, rest] : names;
}

/** Dotted, such as `cutover.canary.awaitingApproval`. */
export function stagePathOf(snapshot: StoredSnapshot): string {
  return stageNames(snapshot).join('.');
}

export function stageOf(snapshot: StoredSnapshot): StageName {
  return stageNames(snapshot)[0] as StageName;
}

/** The step of the cutover; `null` in every other stage. */
export function stepOf(snapshot: StoredSnapshot): StepName | null {
  const step = stageNames(snapshot)[1];
  return step !== undefined && stepNames.includes(step) ? (step as StepName) : null;
}

/** Where the current gate stands; `null` where there is none, and while a job is queued, running or failed. */
export function gateStateOf(snapshot: StoredSnapshot): GateState | null {
  const names = stageNames(snapshot);
  const last = names[names.length - 1];
  return names.length > 1 && last !== undefined && gateStates.includes(last) ? (last as GateState) : null;
}

/** Where the job of tuning or evaluating stands; `null` once it succeeded and in every other stage. */
export function jobStateOf(snapshot: StoredSnapshot): JobState | null {
  const inner = stageNames(snapshot)[1];
  return inner !== undefined && jobStates.includes(inner) ? (inner as JobState) : null;
}

/** The gate that stands before the project, also while the stage's job still runs; `null` where the stage has none. */
export function currentGate(snapshot: StoredSnapshot): GateName | null {
  const step = stepOf(snapshot);
  return step ? gateOfStep[step] : (gateOfStage[stageOf(snapshot)] ?? null);
}

export function trafficOf(snapshot: StoredSnapshot): TrafficSetting {
  const mode = regions(snapshot).traffic;
  if (mode === 'split') {
    return { mode, weightPercent: snapshot.context.weightPercent };
  }
  return { mode, weightPercent: mode === 'candidate' ? 100 : 0 };
}

export function guardrailOf(snapshot: StoredSnapshot): GuardrailState {
  return regions(snapshot).guardrail;
}

export function fallbackOf(snapshot: StoredSnapshot): FallbackState {
  return regions(snapshot).fallback;
}

export function holdOf(snapshot: StoredSnapshot): HoldState {
  return regions(snapshot).hold;
}

export function isTerminal(snapshot: StoredSnapshot): boolean {
  return terminalStages.includes(stageOf(snapshot));
}

/** Whether the candidate sees traffic, copies included, and there is still a way back to watch over. */
export function isExposed(snapshot: StoredSnapshot): boolean {
  return regions(snapshot).traffic !== 'incumbent' && stageOf(snapshot) !== 'decommissioned';
}

export function isRolledBack(snapshot: StoredSnapshot): boolean {
  return stageOf(snapshot) === 'rolledBack';
}

/** Milliseconds that the current step has been on hold, a running pause included. */
export function pausedMsOf(snapshot: StoredSnapshot, now: number): number {
  const { manualPauseMs, pausedAt, stepEnteredAt } = snapshot.context;
  return manualPauseMs + (pausedAt === null ? 0 : Math.max(0, now - Math.max(pausedAt, stepEnteredAt)));
}
