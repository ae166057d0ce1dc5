import { Inject, Injectable } from '@nestjs/common';
import type { Evidence, EvidenceKind } from '../kernel/evidence.js';
import { Database } from '../platform/database/database.sql.js';
import { Statement } from '../platform/database/statement.sql.js';
import type { ApprovalRecord, GateRun } from './gate-run.js';
import type { HistoryEntry } from './history-entry.js';
import {
  type ApprovalRow,
  approvalFromRow,
  evidenceFromRow,
  gateRunFromRow,
  type HistoryRow,
  historyFromRow,
} from './project-rows.js';
import { ProjectRecords, type RefusedCommand, type StoredDeadline } from './project-store.js';

interface RefusalRow {
  id: string;
  project_id: string;
  at: number;
  actor: string;
  command: string;
  code: string;
  detail: string;
}

interface Tables {
  project_history: HistoryRow;
  gate_runs: { id: string; project_id: string; document: string };
  approvals: ApprovalRow;
  evidence: { id: string; project_id: string; kind: string; document: string };
  refused_commands: RefusalRow;
  deadlines: { project_id: string; name: string; due_at: number; event: string };
}

/** The newest of each kind and source; which of a kind's two rules is decided by the kernel. */
const newestEvidence = new Statement<{ document: string }>(`select document from (
  select document, kind, row_number() over (partition by kind, source order by measured_at desc, id desc) as place
  from evidence where project_id = ?) as ranked where place = 1`);
const selectGateRun = new Statement<{ document: string }>(
  'select document from gate_runs where project_id = ? and id = ?',
);

@Injectable()
export class SqlProjectRecords extends ProjectRecords {
  constructor(@Inject(Database) private readonly database: Database) {
    super();
  }

  async rulingEvidence(projectId: string, kinds: readonly EvidenceKind[]): Promise<Evidence[]> {
    const rows = await newestEvidence.all(this.database, [projectId]);
    return rows.map(evidenceFromRow).filter((one) => kinds.includes(one.kind));
  }

  async evidence(query: {
    projectId: string;
    kind: string | null;
    afterId: string | null;
    limit: number;
  }): Promise<Evidence[]> {
    let select = this.tables.selectFrom('evidence').select('document').where('project_id', '=', query.projectId);
    if (query.kind !== null) {
      select = select.where('kind', '=', query.kind);
    }
    if (query.afterId !== null) {
      select = select.where('id', '<', query.afterId);
    }
    return (await select.orderBy('id', 'desc').limit(query.limit).execute()).map(evidenceFromRow);
  }

  async gateRun(projectId: string, id: string): Promise<GateRun | null> {
    const row = await selectGateRun.first(this.database, [projectId, id]);
    return row === undefined ? null : gateRunFromRow(row);
  }

  async gateRuns(query: { projectId: string; afterId: string | null; limit: number }): Promise<GateRun[]> {
    let select = this.tables.selectFrom('gate_runs').select('document').where('project_id', '=', query.projectId);
    if (query.afterId !== null) {
      select = select.where('id', '<', query.afterId);
    }
    return (await select.orderBy('id', 'desc').limit(query.limit).execute()).map(gateRunFromRow);
  }

  async approvals(query: { projectId: string; afterId: string | null; limit: number }): Promise<ApprovalRecord[]> {
    let select = this.tables.selectFrom('approvals').selectAll().where('project_id', '=', query.projectId);
    if (query.afterId !== null) {
      select = select.where('id', '<', query.afterId);
    }
    return (await select.orderBy('id', 'desc').limit(query.limit).execute()).map(approvalFromRow);
  }

  async history(query: { projectId: string; afterVersion: number; limit: number }): Promise<HistoryEntry[]> {
    const rows = await this.tables
      .selectFrom('project_history')
      .selectAll()
      .where('project_id', '=', query.projectId)
      .where('version', '>', query.afterVersion)
      .orderBy('version')
      .limit(query.limit)
      .execute();
    return rows.map(historyFromRow);
  }

  async noteRefusal(refused: RefusedCommand): Promise<void> {
    const { id, projectId, at, actor, command, code, detail } = refused;
    await this.tables
      .insertInto('refused_commands')
      .values({ id, project_id: projectId, at, actor, command, code, detail })
      .execute();
  }

  async refusals(query: { projectId: string; limit: number }): Promise<RefusedCommand[]> {
    const rows = await this.tables
      .selectFrom('refused_commands')
      .selectAll()
      .where('project_id', '=', query.projectId)
      .orderBy('id', 'desc')
      .limit(query.limit)
      .execute();
    return rows.map((row) => ({
      id: row.id,
      projectId: row.project_id,
      at: Number(row.at),
      actor: row.actor,
      command: row.command,
      code: row.code,
      detail: row.detail,
    }));
  }

  async dueDeadlines(now: number, limit: number): Promise<StoredDeadline[]> {
    const rows = await this.tables
      .selectFrom('deadlines')
      .selectAll()
      .where('due_at', '<=', now)
      .orderBy('due_at')
      .limit(limit)
      .execute();
    return rows.map((row) => ({
      projectId: row.project_id,
      name: row.name,
      dueAt: Number(row.due_at),
      event: JSON.parse(row.event) as StoredDeadline['event'],
    }));
  }

  async dropDeadline(projectId: string, name: string): Promise<void> {
    await this.tables.deleteFrom('deadlines').where('project_id', '=', projectId).where('name', '=', name).execute();
  }

  private get tables() {
    return this.database.of<Tables>();
  }
}
