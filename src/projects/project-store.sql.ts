// One version of a project is one transaction. The guarded update of the project row is its first write: on PostgreSQL
// the transaction's number, by which the feed is ordered, is then always taken after the version before it was committed.
import { Inject, Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { Database, type Within } from '../platform/database/database.sql.js';
import { Statement } from '../platform/database/statement.sql.js';
import { Outbox } from '../platform/jobs/outbox.sql.js';
import { writeRoutePlan } from '../rollout/route-plan-store.sql.js';
import type { Project } from './project.js';
import { type ProjectRow, projectFromRow, projectValues, type StatusRow, statusFromRow } from './project-rows.js';
import {
  type CommitResult,
  type IdempotencyRecord,
  type ProjectCommit,
  type ProjectQuery,
  ProjectStore,
  type StoredStatus,
} from './project-store.js';
import { type ProjectStanding, standingFields } from './standing/project-standing.js';

/** Rolls the transaction back without being an error for the caller. */
class NotWritten extends Error {
  constructor(readonly result: CommitResult) {
    super(result);
  }
}

const insertProject = new Statement(`insert into projects (name, owner, stage, document, snapshot, machine_id,
  machine_version, policy, policy_digest, version, head_hash, status_body, created_at, updated_at, stage_entered_at, id, standing)
  values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`);
const updateProject = new Statement(`update projects set name = ?, owner = ?, stage = ?, document = ?, snapshot = ?,
  machine_id = ?, machine_version = ?, policy = ?, policy_digest = ?, version = ?, head_hash = ?, status_body = ?,
  created_at = ?, updated_at = ?, stage_entered_at = ? where id = ? and version = ?`);
const historyColumns = 'project_id, version, at, actor, name, event, previous_hash, hash, feed_epoch';
const insertHistory = {
  sqlite: new Statement(`insert into project_history (${historyColumns})
    values (?, ?, ?, ?, ?, ?, ?, ?, (select coalesce(max(feed_epoch), 0) + 1 from project_history))`),
  postgres: new Statement(`insert into project_history (${historyColumns})
    values (?, ?, ?, ?, ?, ?, ?, ?, pg_current_xact_id()::text::bigint)`),
};
const insertGateRun = new Statement(
  'insert into gate_runs (id, project_id, gate, outcome, evidence_digest, evaluated_at, document) values (?, ?, ?, ?, ?, ?, ?)',
);
const insertApproval = new Statement(`insert into approvals
  (id, project_id, gate_run_id, person, decision, comment, evidence_digest, at, expires_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?)`);
const insertEvidence = new Statement(
  'insert into evidence (id, project_id, kind, source, measured_at, digest, document) values (?, ?, ?, ?, ?, ?, ?)',
);
const clearDeadlines = new Statement('delete from deadlines where project_id = ?');
const insertDeadline = new Statement('insert into deadlines (project_id, name, due_at, event) values (?, ?, ?, ?)');
const clearExpiredKey = new Statement('delete from idempotency_keys where scope = ? and key = ? and expires_at <= ?');
const clearExpiredKeys = new Statement('delete from idempotency_keys where expires_at <= ?');
const insertKey = new Statement(`insert into idempotency_keys
  (scope, key, request_digest, status, body, created_at, expires_at) values (?, ?, ?, ?, ?, ?, ?)
  on conflict (scope, key) do nothing`);
const selectProject = new Statement<ProjectRow>('select * from projects where id = ?');
const selectStatus = new Statement<StatusRow>(
  'select version, status_body, standing, standing_revision from projects where id = ?',
);
const updateStanding = new Statement(
  'update projects set standing = ?, standing_revision = standing_revision + 1 where id = ? and version = ? and standing_revision = ? and (standing is null or standing <> ?)',
);
const countStanding = new Statement('update standing_changes set changes = changes + 1 where id = 1');
const selectKey = new Statement<{
  request_digest: string;
  status: number;
  body: string;
  created_at: number;
  expires_at: number;
}>(
  'select request_digest, status, body, created_at, expires_at from idempotency_keys where scope = ? and key = ? and expires_at > ?',
);

@Injectable()
export class SqlProjectStore extends ProjectStore {
  private readonly listeners = new Set<(projectId: string, status: StoredStatus) => void>();

  constructor(
    @Inject(Database) private readonly database: Database,
    private readonly outbox: Outbox,
  ) {
    super();
  }

  onCommit(listener: (projectId: string, status: StoredStatus) => void): void {
    this.listeners.add(listener);
  }

  async find(id: string): Promise<Project | null> {
    const row = await selectProject.first(this.database, [id]);
    return row === undefined ? null : projectFromRow(row);
  }

  async list(query: ProjectQuery): Promise<Project[]> {
    let select = this.database.of<{ projects: ProjectRow }>().selectFrom('projects').selectAll();
    if (query.ids !== 'all') {
      select = select.where('id', 'in', query.ids.length === 0 ? [''] : [...query.ids]);
    }
    if (query.stage !== null) {
      select = select.where('stage', '=', query.stage);
    }
    if (query.owner !== null) {
      select = select.where('owner', '=', query.owner);
    }
    if (query.text !== null) {
      // SQLite knows no escape character unless it is named.
      const pattern = `%${query.text.toLowerCase().replace(/[\\%_]/g, '\\$&')}%`;
      select = select.where(sql<boolean>`lower(name) like ${pattern} escape '\\'`);
    }
    if (query.afterId !== null) {
      select = select.where('id', '>', query.afterId);
    }
    return (await select.orderBy('id').limit(query.limit).execute()).map(projectFromRow);
  }

  async commit(commit: ProjectCommit): Promise<CommitResult> {
    try {
      await this.database.transaction((within) => this.write(within, commit));
    } catch (error) {
      if (error instanceof NotWritten) {
        return error.result;
      }
      throw error;
    }
    return 'saved';
  }

  async status(id: string): Promise<StoredStatus | null> {
    const row = await selectStatus.first(this.database, [id]);
    return row === undefined ? null : statusFromRow(row);
  }

  async keepStanding(
    { id, version, standingRevision }: Pick<Project, 'id' | 'version' | 'standingRevision'>,
    standing: ProjectStanding,
  ): Promise<boolean> {
    const text = JSON.stringify(standingFields(standing));
    return this.database.transaction(async (within) => {
      const written = await updateStanding.run(within, [text, id, version, standingRevision, text]);
      const row = await selectStatus.first(within, [id]);
      if (written === 0) {
        return (
          row !== undefined && Number(row.version) === version && Number(row.standing_revision) === standingRevision
        );
      }
      await countStanding.run(within, []);
      if (row !== undefined) {
        within.afterCommit(() => this.tell(id, statusFromRow(row)));
      }
      return true;
    });
  }

  async idempotency(scope: string, key: string, now: number): Promise<IdempotencyRecord | null> {
    const row = await selectKey.first(this.database, [scope, key, now]);
    return row === undefined
      ? null
      : {
          scope,
          key,
          requestDigest: row.request_digest,
          status: Number(row.status),
          body: row.body,
          createdAt: Number(row.created_at),
          expiresAt: Number(row.expires_at),
        };
  }

  async forgetExpired(now: number): Promise<void> {
    await clearExpiredKeys.run(this.database, [now]);
  }

  private async write(within: Within, commit: ProjectCommit): Promise<void> {
    await this.writeProject(within, commit);
    await this.writeKey(within, commit.idempotency);
    await this.writeHistory(within, commit);
    await this.writeRecords(within, commit);
    if (commit.deadlines !== null) {
      await clearDeadlines.run(within, [commit.project.id]);
      for (const one of commit.deadlines) {
        await insertDeadline.run(within, [one.projectId, one.name, one.dueAt, JSON.stringify(one.event)]);
      }
    }
    if (commit.routePlan !== null) {
      await writeRoutePlan(within, commit.routePlan);
    }
    const projectId = commit.project.id;
    await this.outbox.putAll(
      within,
      commit.messages.map((message) => ({ ...message, projectId })),
    );
    // What is known beside the version may have been kept since this project was loaded.
    const row = await selectStatus.first(within, [projectId]);
    if (row !== undefined) {
      within.afterCommit(() => this.tell(projectId, statusFromRow(row)));
    }
  }

  private tell(projectId: string, status: StoredStatus): void {
    for (const listener of this.listeners) {
      listener(projectId, status);
    }
  }

  private async writeProject(within: Within, commit: ProjectCommit): Promise<void> {
    const values = projectValues(commit);
    if (commit.expectedVersion === 0) {
      await insertProject.run(within, [...values, JSON.stringify(standingFields(commit.project.standing))]);
      return;
    }
    if ((await updateProject.run(within, [...values, commit.expectedVersion])) !== 1) {
      throw new NotWritten('stale');
    }
  }

  private async writeKey(within: Within, record: IdempotencyRecord | null): Promise<void> {
    if (record === null) {
      return;
    }
    const { scope, key, requestDigest, status, body, createdAt, expiresAt } = record;
    const values = [scope, key, requestDigest, status, body, createdAt, expiresAt];
    if ((await insertKey.run(within, values)) === 1) {
      return;
    }
    await clearExpiredKey.run(within, [scope, key, createdAt]);
    if ((await insertKey.run(within, values)) !== 1) {
      throw new NotWritten('repeated');
    }
  }

  private async writeHistory(within: Within, { entry }: ProjectCommit): Promise<void> {
    const { projectId, version, at, event, previousHash, hash } = entry;
    await insertHistory[within.engine].run(within, [
      projectId,
      version,
      at,
      event.actor.person,
      event.name,
      JSON.stringify(event),
      previousHash,
      hash,
    ]);
  }

  private async writeRecords(within: Within, { gateRun: run, approval, evidence }: ProjectCommit): Promise<void> {
    for (const one of evidence) {
      await insertEvidence.run(within, [
        one.id,
        one.projectId,
        one.kind,
        one.source,
        one.measuredAt,
        one.digest,
        JSON.stringify(one),
      ]);
    }
    if (run !== null) {
      await insertGateRun.run(within, [
        run.id,
        run.projectId,
        run.gate,
        run.outcome,
        run.evidenceDigest,
        run.evaluatedAt,
        JSON.stringify(run),
      ]);
    }
    if (approval !== null) {
      const { id, projectId, gateRunId, person, decision, comment, evidenceDigest, at, expiresAt } = approval;
      await insertApproval.run(within, [
        id,
        projectId,
        gateRunId,
        person,
        decision,
        comment,
        evidenceDigest,
        at,
        expiresAt,
      ]);
    }
  }
}
