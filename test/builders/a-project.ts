// Projects, gate runs and commits for tests: sound by default; a test changes what it is about.
import { digestOf } from '../../src/kernel/digest.js';
import { isRefusal } from '../../src/kernel/refusal.js';
import type { LifecycleContext } from '../../src/lifecycle/lifecycle-context.js';
import { initialSnapshot, type StoredSnapshot } from '../../src/lifecycle/snapshot.js';
import { step } from '../../src/lifecycle/step.js';
import type { GateRun } from '../../src/projects/gate-run.js';
import { genesisHash } from '../../src/projects/history-entry.js';
import type { Project, ProjectBrief } from '../../src/projects/project.js';
import type { ProjectCommit } from '../../src/projects/project-store.js';
import { type ProjectChange, recordStep } from '../../src/projects/record-step.js';
import { nothingKnown } from '../../src/projects/standing/project-standing.js';

export const aBrief: ProjectBrief = {
  name: 'Support intents',
  owner: 'ada',
  task: { kind: 'closed-set classification', description: 'Names the intent.', instructions: null },
  incumbent: { vendor: 'closed-vendor', model: 'closed-1' },
  candidate: { vendor: 'openward', model: 'baseline-student' },
  criticality: 'medium',
  policyName: 'test',
  capture: { share: 1, bodies: true },
};

interface ProjectParts extends Partial<Omit<Project, 'snapshot'>> {
  readonly snapshot?: StoredSnapshot;
  readonly context?: Partial<LifecycleContext>;
}

export function aProject({ context, ...parts }: ProjectParts = {}): Project {
  const snapshot = parts.snapshot ?? initialSnapshot(1000);
  return {
    id: 'prj_01kc0000000000000000000001',
    version: 1,
    brief: aBrief,
    policy: null,
    policyDigest: null,
    candidateArtefactId: null,
    createdAt: 1000,
    createdBy: 'ada',
    updatedAt: 1000,
    headHash: genesisHash,
    standing: nothingKnown,
    standingRevision: 0,
    ...parts,
    snapshot: { ...snapshot, context: { ...snapshot.context, ...context } },
  };
}

export function aGateRun(parts: Partial<GateRun> = {}): GateRun {
  return {
    id: 'run_1',
    projectId: 'prj_01kc0000000000000000000001',
    gate: 'intake',
    outcome: 'pass',
    criteria: [],
    evidenceIds: [],
    evidenceDigest: digestOf('evidence'),
    policyDigest: digestOf('policy'),
    attempt: 1,
    requestedBy: 'ada',
    approvalsRequired: 1,
    evaluatedAt: 1000,
    expiresAt: 1_000_000,
    ...parts,
  };
}

export function aChange(parts: Partial<ProjectChange> = {}): ProjectChange {
  return {
    name: 'project.edited',
    actor: { person: 'ada', role: 'lead', tokenId: 'tok_1' },
    events: [],
    reason: null,
    requestId: null,
    details: {},
    gateRun: null,
    approval: null,
    evidence: [],
    edit: {},
    ...parts,
  };
}

/** The commit that the change makes of the project; throws when the machine does not take its events. */
export function aCommit(
  project: Project,
  parts: Partial<ProjectChange> = {},
  more: Partial<ProjectCommit> = {},
): ProjectCommit {
  const change = aChange(parts);
  const now = Math.max(project.updatedAt + 1, ...change.events.map((event) => event.at));
  const outcome = step({ snapshot: project.snapshot, events: change.events, now });
  if (isRefusal(outcome)) {
    throw new Error(outcome.detail);
  }
  return { ...recordStep({ project, change, outcome, now, currentRun: null, remember: null }, null), ...more };
}

/** A project that is not stored yet. */
export function anUnbornProject(id: string): Project {
  return aProject({ id, version: 0 });
}
