// From a step to everything that is saved with it, purely: the next project, its history entry, its status, its traffic
// plan, its deadlines and the work it asks for. One step is one version.
import type { Evidence, EvidenceKind } from '../kernel/evidence.js';
import type { Policy } from '../kernel/policy.js';
import { deadlinesOf } from '../lifecycle/deadlines.js';
import type { LifecycleEvent } from '../lifecycle/lifecycle-event.js';
import { trafficOf } from '../lifecycle/reading.js';
import type { Stepped } from '../lifecycle/step.js';
import { measureLockInTopic } from '../lock-in/measure/ask-measurement.js';
import type { RoutePlan } from '../rollout/route-plan.js';
import type { ModelTarget } from '../vendors/vendor.js';
import { ownVendorName } from '../vendors/vendor.js';
import type { ApprovalRecord, GateRun } from './gate-run.js';
import { type HistoryActor, type HistoryEvent, makeEntry } from './history-entry.js';
import type { Project } from './project.js';
import { projectStatus } from './project-status.js';
import type { IdempotencyRecord, ProjectCommit, StoredDeadline } from './project-store.js';
import type { ProjectStanding } from './standing/project-standing.js';

/** What one version of a project is made of, before it is stepped. */
export interface ProjectChange {
  /** `project.advance`, `training.succeeded`, `project.edited` … */
  readonly name: string;
  readonly actor: HistoryActor;
  readonly events: readonly LifecycleEvent[];
  readonly reason: string | null;
  readonly requestId: string | null;
  readonly details: Readonly<Record<string, unknown>>;
  readonly gateRun: GateRun | null;
  readonly approval: ApprovalRecord | null;
  readonly evidence: readonly Evidence[];
  /** Fields of the project that change by themselves, beside what the machine says. */
  readonly edit: Partial<Pick<Project, 'brief' | 'policy' | 'policyDigest' | 'candidateArtefactId'>>;
}

export interface RecordRequest {
  readonly project: Project;
  readonly change: ProjectChange;
  readonly outcome: Stepped;
  /** The run that the snapshot speaks of, so that the status can say what is missing. */
  readonly currentRun: GateRun | null;
  readonly now: number;
  /** Makes the record under which the answer is kept; null when the caller sent no key. */
  readonly remember: ((project: Project, run: GateRun | null) => IdempotencyRecord) | null;
}

/** Where the candidate arm goes: null as long as there is no candidate that could answer. */
export function candidateTarget(project: Project): ModelTarget | null {
  const { candidate } = project.brief;
  if (candidate.vendor !== ownVendorName) {
    return candidate;
  }
  return project.candidateArtefactId === null ? null : { vendor: ownVendorName, model: project.candidateArtefactId };
}

/** The traffic plan that the project's state asks for. */
export function routePlanOf(project: Project): RoutePlan {
  const { mode, weightPercent } = trafficOf(project.snapshot);
  return {
    projectId: project.id,
    revision: project.version,
    attempt: project.snapshot.context.attempt,
    mode,
    weightPercent,
    incumbent: project.brief.incumbent,
    candidate: candidateTarget(project),
    captureShare: project.brief.capture.share,
    captureBodies: project.brief.capture.bodies,
    guardrails: project.policy?.guardrails ?? null,
    stepEnteredAt: project.snapshot.context.stepEnteredAt,
    updatedAt: project.updatedAt,
  };
}

function isSameTarget(left: ModelTarget | null, right: ModelTarget | null): boolean {
  return left === right || (left?.vendor === right?.vendor && left?.model === right?.model);
}

/** Whether calls are routed and captured as before; policies are compared by the object that their digest stands for. */
function isSamePlan(left: RoutePlan, right: RoutePlan): boolean {
  return (
    left.mode === right.mode &&
    left.weightPercent === right.weightPercent &&
    left.attempt === right.attempt &&
    left.stepEnteredAt === right.stepEnteredAt &&
    left.captureShare === right.captureShare &&
    left.captureBodies === right.captureBodies &&
    left.guardrails === right.guardrails &&
    isSameTarget(left.incumbent, right.incumbent) &&
    isSameTarget(left.candidate, right.candidate)
  );
}

/** The deadlines that hold in the project's state, under the policy that judges it now. */
export function storedDeadlines(project: Project, policy: Policy | null, now: number): StoredDeadline[] {
  if (policy === null) {
    return [];
  }
  return deadlinesOf(project.snapshot, policy, now).map((one) => ({ projectId: project.id, ...one }));
}

function nextProject(request: RecordRequest): Project {
  const { project, change, outcome, now } = request;
  return {
    ...project,
    ...change.edit,
    version: project.version + 1,
    snapshot: outcome.snapshot,
    updatedAt: now,
  };
}

function entryOf(request: RecordRequest, next: Project) {
  const { project, change, outcome } = request;
  return makeEntry({
    projectId: project.id,
    version: next.version,
    at: request.now,
    previousHash: project.headHash,
    event: {
      name: change.name,
      actor: change.actor,
      from: project.version === 0 ? null : outcome.from,
      to: outcome.to,
      traffic: { mode: outcome.traffic.mode, weightPercent: outcome.traffic.weightPercent },
      reason: change.reason,
      gateRunId: change.gateRun?.id ?? change.approval?.gateRunId ?? null,
      evidenceDigest: change.gateRun?.evidenceDigest ?? change.approval?.evidenceDigest ?? null,
      evidenceIds: change.evidence.map((one) => one.id),
      policyDigest: next.policyDigest,
      machineVersion: outcome.snapshot.machineVersion,
      requestId: change.requestId,
      details: change.details,
      ...knownThen(project.standing),
    },
  });
}

function knownThen({ lockIn, forced }: ProjectStanding): Pick<HistoryEvent, 'lockIn' | 'forced'> {
  return {
    ...(lockIn !== null && { lockIn: { score: lockIn.score, band: lockIn.band, day: lockIn.day } }),
    ...(forced !== null && { forced: { shutdownOn: forced.shutdownOn, daysLeft: forced.daysLeft } }),
  };
}

const kindsOfLockIn: readonly EvidenceKind[] = [
  'dataset.frozen',
  'training.run',
  'evaluation.comparison',
  'shadow.agreement',
];

/** A project that begins, enters a stage or a step of the cutover, or has learned something about its candidate. */
function bearsOnLockIn({ project, change, outcome }: RecordRequest): boolean {
  const place = (path: string) =>
    path
      .split('.')
      .slice(0, path.startsWith('cutover.') ? 2 : 1)
      .join('.');
  const isMoved = project.version === 0 || place(outcome.from) !== place(outcome.to);
  return isMoved || change.evidence.some((one) => kindsOfLockIn.includes(one.kind));
}

/** @param policy the project's frozen policy, or the one it would be judged by before it is frozen */
export function recordStep(request: RecordRequest, policy: Policy | null): ProjectCommit {
  const { project, change, outcome, now } = request;
  const unsealed = nextProject(request);
  const entry = entryOf(request, unsealed);
  const next: Project = { ...unsealed, headHash: entry.hash };
  const run = change.gateRun ?? request.currentRun;
  const plan = routePlanOf(next);
  const isPlanKept = project.version > 0 && isSamePlan(routePlanOf(project), plan);
  const before = storedDeadlines(project, project.policy ?? policy, now);
  const after = storedDeadlines(next, next.policy ?? policy, now);
  return {
    expectedVersion: project.version,
    project: next,
    entry,
    statusBody: JSON.stringify(projectStatus(next, run)),
    gateRun: change.gateRun,
    approval: change.approval,
    evidence: change.evidence,
    messages: [
      ...outcome.intents.map((intent) => ({
        topic: intent.topic,
        payload: { ...intent.payload, version: next.version },
      })),
      ...(bearsOnLockIn(request) ? [{ topic: measureLockInTopic, payload: {} }] : []),
    ],
    deadlines: JSON.stringify(before) === JSON.stringify(after) ? null : after,
    routePlan: isPlanKept ? null : plan,
    idempotency: request.remember?.(next, run) ?? null,
  };
}
