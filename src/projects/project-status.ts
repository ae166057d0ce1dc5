// What dashboards poll: one small document, a pure reading of the project. It changes only when the version does, so
// the version is its validator. Unknown is null, never false and never green.
import type { Outcome } from '../kernel/verdict.js';
import { acceptedCommands } from '../lifecycle/accepted-commands.js';
import { dwellEndsAt, rollbackWindowEndsAt } from '../lifecycle/deadlines.js';
import {
  currentGate,
  fallbackOf,
  gateStateOf,
  guardrailOf,
  holdOf,
  jobStateOf,
  stageOf,
  stepOf,
  trafficOf,
} from '../lifecycle/reading.js';
import type { StoredSnapshot } from '../lifecycle/snapshot.js';
import type { GateRun } from './gate-run.js';
import type { Project } from './project.js';

export type Health = 'on-track' | 'at-risk' | 'off-track';

export interface StatusGate {
  readonly name: string;
  readonly state: string | null;
  /** Of the newest run; null when the gate was not judged in this stage. */
  readonly outcome: Outcome | null;
  readonly gateRunId: string | null;
  readonly approvalsRequired: number | null;
  readonly approvalsGiven: number | null;
  readonly missing: readonly {
    readonly criterion: string;
    readonly text: string;
    readonly measured: number | string | null;
    readonly required: number | string | null;
  }[];
}

export interface ProjectStatus {
  readonly id: string;
  readonly name: string;
  readonly owner: string;
  readonly version: number;
  readonly stage: string;
  readonly step: string | null;
  readonly stageSince: string;
  readonly job: string | null;
  readonly gate: StatusGate | null;
  /** In words; null when nothing was measured that could tell. */
  readonly health: Health | null;
  readonly healthReason: string;
  readonly hold: string;
  readonly guardrail: string;
  readonly fallback: string;
  readonly traffic: { readonly mode: string; readonly candidateWeightPercent: number };
  readonly attempt: number;
  readonly incumbent: { readonly vendor: string; readonly model: string };
  readonly candidate: { readonly vendor: string; readonly model: string };
  readonly criticality: string;
  readonly policyDigest: string | null;
  /** When the running step will have lasted as long as the policy asks; null without such a step, and while paused. */
  readonly dwellEndsAt: string | null;
  /** Until when the policy wants the way back kept, once completed; null before. */
  readonly rollbackWindowEndsAt: string | null;
  readonly acceptedCommands: readonly string[];
  readonly updatedAt: string;
}

/** Once the incumbent was given up, its last known health is no promise of a way back. */
function wayBackOf(snapshot: StoredSnapshot): string {
  return stageOf(snapshot) === 'decommissioned' ? 'unavailable' : fallbackOf(snapshot);
}

interface Judged {
  readonly health: Health | null;
  readonly reason: string;
}

function healthOf(project: Project, gate: StatusGate | null): Judged {
  const stage = stageOf(project.snapshot);
  if (stage === 'decommissioned') {
    return { health: 'on-track', reason: 'The incumbent was given up for good.' };
  }
  if (stage === 'contained' || guardrailOf(project.snapshot) === 'tripped') {
    return { health: 'off-track', reason: 'A guardrail was breached.' };
  }
  if (stage === 'rolledBack') {
    return { health: 'off-track', reason: 'Traffic was taken back to the incumbent.' };
  }
  if (jobStateOf(project.snapshot) === 'failed' || gate?.outcome === 'fail' || gate?.outcome === 'error') {
    return {
      health: 'off-track',
      reason: gate?.missing[0]?.text ?? project.snapshot.context.jobFailure ?? 'The job failed.',
    };
  }
  if (fallbackOf(project.snapshot) === 'unavailable' || guardrailOf(project.snapshot) === 'blind') {
    return { health: 'at-risk', reason: 'The way back or the view of the candidate is lost.' };
  }
  if (gate?.outcome === 'inconclusive') {
    return { health: 'at-risk', reason: gate.missing[0]?.text ?? 'There is not enough evidence yet.' };
  }
  if (holdOf(project.snapshot) === 'paused') {
    return { health: 'at-risk', reason: 'The project is on hold.' };
  }
  if (gate?.outcome === 'pass' || stage === 'completed') {
    return { health: 'on-track', reason: 'The newest evidence is good.' };
  }
  return { health: null, reason: 'Nothing has been measured in this stage yet.' };
}

function gateOf(project: Project, run: GateRun | null): StatusGate | null {
  const name = currentGate(project.snapshot);
  if (name === null) {
    return null;
  }
  const context = project.snapshot.context;
  const current = run !== null && run.id === context.gateRunId ? run : null;
  const missing = (current?.criteria ?? [])
    .filter((one) => one.role === 'gate' && one.outcome !== 'pass')
    .map((one) => ({ criterion: one.id, text: one.text, measured: one.measured, required: one.required }));
  return {
    name,
    state: gateStateOf(project.snapshot),
    outcome: current?.outcome ?? null,
    gateRunId: current?.id ?? null,
    approvalsRequired: current === null ? null : context.approvalsRequired,
    approvalsGiven: current === null ? null : context.approvals.length,
    missing,
  };
}

function windowsOf({ snapshot, policy }: Project) {
  const iso = (at: number | null) => (at === null ? null : new Date(at).toISOString());
  if (policy === null) {
    return { dwellEndsAt: null, rollbackWindowEndsAt: null };
  }
  // What a pause has cost is final as soon as it is over, so the moment of asking makes no difference.
  const dwellEnd = dwellEndsAt(snapshot, policy, snapshot.context.stepEnteredAt);
  return { dwellEndsAt: iso(dwellEnd), rollbackWindowEndsAt: iso(rollbackWindowEndsAt(snapshot, policy)) };
}

/** @param run the newest gate run of the project, or null */
export function projectStatus(project: Project, run: GateRun | null): ProjectStatus {
  const { snapshot, brief } = project;
  const gate = gateOf(project, run);
  const judged = healthOf(project, gate);
  const traffic = trafficOf(snapshot);
  return {
    id: project.id,
    name: brief.name,
    owner: brief.owner,
    version: project.version,
    stage: stageOf(snapshot),
    step: stepOf(snapshot),
    stageSince: new Date(snapshot.context.stageEnteredAt).toISOString(),
    job: jobStateOf(snapshot),
    gate,
    health: judged.health,
    healthReason: judged.reason,
    hold: holdOf(snapshot),
    guardrail: guardrailOf(snapshot),
    fallback: wayBackOf(snapshot),
    traffic: { mode: traffic.mode, candidateWeightPercent: traffic.weightPercent },
    attempt: snapshot.context.attempt,
    incumbent: brief.incumbent,
    candidate: brief.candidate,
    criticality: brief.criticality,
    policyDigest: project.policyDigest,
    ...windowsOf(project),
    acceptedCommands: acceptedCommands(snapshot),
    updatedAt: new Date(project.updatedAt).toISOString(),
  };
}
