// Between rows of the tables and the values of this room: JSON in text out, JSON in text in.
import type { Evidence } from '../kernel/evidence.js';
import type { Policy } from '../kernel/policy.js';
import { stageOf } from '../lifecycle/reading.js';
import type { StoredSnapshot } from '../lifecycle/snapshot.js';
import type { ApprovalRecord, GateRun } from './gate-run.js';
import type { HistoryEntry, HistoryEvent } from './history-entry.js';
import type { Project, ProjectBrief } from './project.js';
import type { ProjectCommit, StoredStatus } from './project-store.js';
import { nothingKnown, type ProjectStanding, withStanding } from './standing/project-standing.js';

export interface ProjectRow {
  id: string;
  name: string;
  owner: string;
  stage: string;
  document: string;
  snapshot: string;
  machine_id: string;
  machine_version: number;
  policy: string | null;
  policy_digest: string | null;
  version: number;
  head_hash: string;
  status_body: string;
  created_at: number;
  updated_at: number;
  stage_entered_at: number;
  /** JSON of ProjectStanding; null in rows that are older than it. */
  standing: string | null;
  standing_revision: number;
}

export interface HistoryRow {
  project_id: string;
  version: number;
  feed_epoch: number;
  at: number;
  actor: string;
  name: string;
  event: string;
  previous_hash: string;
  hash: string;
}

export interface GateRunRow {
  document: string;
}

export interface ApprovalRow {
  id: string;
  project_id: string;
  gate_run_id: string;
  person: string;
  decision: string;
  comment: string;
  evidence_digest: string;
  at: number;
  expires_at: number;
}

interface ProjectDocument {
  readonly brief: ProjectBrief;
  readonly candidateArtefactId: string | null;
  readonly createdBy: string;
}

/** Many projects are judged by few policies: each is read once per digest. */
const policies = new Map<string, Policy>();
const policiesKeptMax = 1000;

function policyOf({ policy, policy_digest: digest }: ProjectRow): Policy | null {
  if (policy === null || digest === null) {
    return null;
  }
  const known = policies.get(digest) ?? (JSON.parse(policy) as Policy);
  if (policies.size < policiesKeptMax) {
    policies.set(digest, known);
  }
  return known;
}

export function standingFromRow({ standing }: Pick<ProjectRow, 'standing'>): ProjectStanding {
  return standing === null ? nothingKnown : (JSON.parse(standing) as ProjectStanding);
}

export type StatusRow = Pick<ProjectRow, 'version' | 'status_body' | 'standing' | 'standing_revision'>;

/** The stored row as the one document that polls read. */
export function statusFromRow(row: StatusRow): StoredStatus {
  const body = withStanding(row.status_body, standingFromRow(row));
  return { version: Number(row.version), standing: Number(row.standing_revision), body };
}

export function projectFromRow(row: ProjectRow): Project {
  const document = JSON.parse(row.document) as ProjectDocument;
  const kept = JSON.parse(row.snapshot) as Pick<StoredSnapshot, 'value' | 'context'>;
  return {
    id: row.id,
    version: Number(row.version),
    brief: document.brief,
    snapshot: { machineId: row.machine_id, machineVersion: Number(row.machine_version), ...kept },
    policy: policyOf(row),
    policyDigest: row.policy_digest,
    candidateArtefactId: document.candidateArtefactId,
    createdAt: Number(row.created_at),
    createdBy: document.createdBy,
    updatedAt: Number(row.updated_at),
    headHash: row.head_hash,
    standing: standingFromRow(row),
    standingRevision: Number(row.standing_revision),
  };
}

export function documentOf(project: Project): string {
  const { brief, candidateArtefactId, createdBy } = project;
  return JSON.stringify({ brief, candidateArtefactId, createdBy } satisfies ProjectDocument);
}

export function snapshotText(snapshot: StoredSnapshot): string {
  return JSON.stringify({ value: snapshot.value, context: snapshot.context });
}

export function historyFromRow(row: HistoryRow): HistoryEntry {
  return {
    projectId: row.project_id,
    version: Number(row.version),
    at: Number(row.at),
    event: JSON.parse(row.event) as HistoryEvent,
    previousHash: row.previous_hash,
    hash: row.hash,
  };
}

export function gateRunFromRow(row: GateRunRow): GateRun {
  return JSON.parse(row.document) as GateRun;
}

export function evidenceFromRow(row: { document: string }): Evidence {
  return JSON.parse(row.document) as Evidence;
}

export function approvalFromRow(row: ApprovalRow): ApprovalRecord {
  return {
    id: row.id,
    projectId: row.project_id,
    gateRunId: row.gate_run_id,
    person: row.person,
    decision: row.decision as ApprovalRecord['decision'],
    comment: row.comment,
    evidenceDigest: row.evidence_digest,
    at: Number(row.at),
    expiresAt: Number(row.expires_at),
  };
}

/** In the order of the columns that are written with each version. */
export function projectValues(commit: ProjectCommit): unknown[] {
  const { project } = commit;
  const { snapshot } = project;
  return [
    project.brief.name,
    project.brief.owner,
    stageOf(snapshot),
    documentOf(project),
    snapshotText(snapshot),
    snapshot.machineId,
    snapshot.machineVersion,
    project.policy === null ? null : JSON.stringify(project.policy),
    project.policyDigest,
    project.version,
    project.headHash,
    commit.statusBody,
    project.createdAt,
    project.updatedAt,
    snapshot.context.stageEnteredAt,
    project.id,
  ];
}
