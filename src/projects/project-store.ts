import type { Evidence, EvidenceKind } from '../kernel/evidence.js';
import type { LifecycleEvent } from '../lifecycle/lifecycle-event.js';
import type { RoutePlan } from '../rollout/route-plan.js';
import type { ApprovalRecord, GateRun } from './gate-run.js';
import type { HistoryEntry } from './history-entry.js';
import type { Project } from './project.js';
import type { ProjectStanding } from './standing/project-standing.js';

export interface StoredDeadline {
  readonly projectId: string;
  readonly name: string;
  readonly dueAt: number;
  readonly event: LifecycleEvent;
}

export interface IdempotencyRecord {
  /** Who asked, for which project: one caller can never read another's answer. */
  readonly scope: string;
  readonly key: string;
  readonly requestDigest: string;
  readonly status: number;
  readonly body: string;
  readonly createdAt: number;
  readonly expiresAt: number;
}

/** Everything that one version of a project consists of. It is written whole or not at all. */
export interface ProjectCommit {
  /** 0 for a new project. The commit is refused when the stored version is another. */
  readonly expectedVersion: number;
  readonly project: Project;
  readonly entry: HistoryEntry;
  readonly statusBody: string;
  readonly gateRun: GateRun | null;
  readonly approval: ApprovalRecord | null;
  readonly evidence: readonly Evidence[];
  readonly messages: readonly { readonly topic: string; readonly payload: Record<string, unknown> }[];
  /** All deadlines of the project from now on; null when they are as before. */
  readonly deadlines: readonly StoredDeadline[] | null;
  /** Null when traffic is as before. */
  readonly routePlan: RoutePlan | null;
  readonly idempotency: IdempotencyRecord | null;
}

export type CommitResult = 'saved' | 'stale' | 'repeated';

export interface ProjectQuery {
  readonly ids: 'all' | readonly string[];
  readonly stage: string | null;
  readonly owner: string | null;
  readonly text: string | null;
  readonly afterId: string | null;
  readonly limit: number;
}

export interface StoredStatus {
  readonly version: number;
  /** Revision of what is known beside the version. */
  readonly standing: number;
  readonly body: string;
}

export abstract class ProjectStore {
  abstract find(id: string): Promise<Project | null>;
  abstract list(query: ProjectQuery): Promise<Project[]>;
  /** `stale`: the version moved. `repeated`: the idempotency key was used meanwhile. Nothing was written in both cases. */
  abstract commit(commit: ProjectCommit): Promise<CommitResult>;
  abstract status(id: string): Promise<StoredStatus | null>;
  /**
   * What is known beside the version; no new version. Nothing is written where it is as before, nor where the project is
   * no longer as it was seen: what was made of an older brief must not take the place of what a newer one says.
   * @returns false: it has moved; look again
   */
  abstract keepStanding(
    seen: Pick<Project, 'id' | 'version' | 'standingRevision'>,
    standing: ProjectStanding,
  ): Promise<boolean>;
  abstract idempotency(scope: string, key: string, now: number): Promise<IdempotencyRecord | null>;
  /** Drops the idempotency records whose time is over. */
  abstract forgetExpired(now: number): Promise<void>;
}

export interface RefusedCommand {
  readonly id: string;
  readonly projectId: string;
  readonly at: number;
  readonly actor: string;
  readonly command: string;
  readonly code: string;
  readonly detail: string;
}

/** What a project has on record beside its current state. */
export abstract class ProjectRecords {
  abstract rulingEvidence(projectId: string, kinds: readonly EvidenceKind[]): Promise<Evidence[]>;
  abstract evidence(query: {
    projectId: string;
    kind: string | null;
    afterId: string | null;
    limit: number;
  }): Promise<Evidence[]>;
  abstract gateRun(projectId: string, id: string): Promise<GateRun | null>;
  abstract gateRuns(query: { projectId: string; afterId: string | null; limit: number }): Promise<GateRun[]>;
  abstract approvals(query: { projectId: string; afterId: string | null; limit: number }): Promise<ApprovalRecord[]>;
  abstract history(query: { projectId: string; afterVersion: number; limit: number }): Promise<HistoryEntry[]>;
  abstract noteRefusal(refused: RefusedCommand): Promise<void>;
  abstract refusals(query: { projectId: string; limit: number }): Promise<RefusedCommand[]>;
  abstract dueDeadlines(now: number, limit: number): Promise<StoredDeadline[]>;
  abstract dropDeadline(projectId: string, name: string): Promise<void>;
}
