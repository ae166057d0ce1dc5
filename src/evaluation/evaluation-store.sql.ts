import { Injectable } from '@nestjs/common';
import type { Selectable } from 'kysely';
import { Database, type Within } from '../platform/database/database.sql.js';
import { Outbox } from '../platform/jobs/outbox.sql.js';
import type { EvaluationRecord } from './evaluation-record.js';
import {
  type EvaluationNews,
  EvaluationStore,
  type EvaluationsPage,
  type EvaluationsQuery,
} from './evaluation-store.js';
import type { EvaluationDocument, EvaluationTables } from './evaluation-tables.js';

type Row = Selectable<EvaluationTables['evaluations']>;

function rowOf(evaluation: EvaluationRecord): Row {
  const { datasetDigest, artefactDigest, rows, comparison, failure } = evaluation;
  const document: EvaluationDocument = { datasetDigest, artefactDigest, rows, comparison, failure };
  return {
    id: evaluation.id,
    project_id: evaluation.projectId,
    dataset_id: evaluation.datasetId,
    artefact_id: null,
    state: evaluation.state,
    progress_share: evaluation.progressShare,
    eta_seconds: evaluation.etaSeconds,
    document: JSON.stringify(document),
    created_at: evaluation.createdAt,
    started_at: evaluation.startedAt,
    finished_at: evaluation.finishedAt,
  };
}

function recordOf(row: Row): EvaluationRecord {
  return {
    id: row.id,
    projectId: row.project_id,
    datasetId: row.dataset_id,
    state: row.state,
    progressShare: row.progress_share,
    etaSeconds: row.eta_seconds,
    createdAt: row.created_at,
    startedAt: row.started_at,
    finishedAt: row.finished_at,
    ...(JSON.parse(row.document) as EvaluationDocument),
  };
}

@Injectable()
export class SqlEvaluationStore extends EvaluationStore {
  constructor(
    private readonly database: Database,
    private readonly outbox: Outbox,
  ) {
    super();
  }

  async begin(evaluation: EvaluationRecord, news: EvaluationNews): Promise<EvaluationRecord> {
    const isNew = await this.database.transaction(async (within) => {
      const inserted = await within
        .of<EvaluationTables>()
        .insertInto('evaluations')
        .values(rowOf(evaluation))
        .onConflict((conflict) => conflict.column('id').doNothing())
        .returning('id')
        .executeTakeFirst();
      if (inserted !== undefined) {
        await this.tell(within, evaluation.projectId, news);
      }
      return inserted !== undefined;
    });
    const { id } = evaluation;
    return isNew ? evaluation : recordOf(await this.rows().selectAll().where('id', '=', id).executeTakeFirstOrThrow());
  }

  async finish(evaluation: EvaluationRecord, news: EvaluationNews): Promise<boolean> {
    return this.database.transaction(async (within) => {
      const { id, ...columns } = rowOf(evaluation);
      const changed = await within
        .of<EvaluationTables>()
        .updateTable('evaluations')
        .set(columns)
        .where('id', '=', id)
        .where('state', '=', 'running')
        .returning('id')
        .executeTakeFirst();
      if (changed !== undefined) {
        await this.tell(within, evaluation.projectId, news);
      }
      return changed !== undefined;
    });
  }

  async cancelBefore(projectId: string, beforeMs: number, now: number): Promise<readonly string[]> {
    const cancelled = await this.database
      .of<EvaluationTables>()
      .updateTable('evaluations')
      .set({ state: 'cancelled', finished_at: now, eta_seconds: null })
      .where('project_id', '=', projectId)
      .where('state', '=', 'running')
      .where('created_at', '<=', beforeMs)
      .returning('id')
      .execute();
    return cancelled.map((row) => row.id);
  }

  async find(projectId: string, evaluationId: string): Promise<EvaluationRecord | null> {
    const row = await this.rows()
      .selectAll()
      .where('id', '=', evaluationId)
      .where('project_id', '=', projectId)
      .executeTakeFirst();
    return row === undefined ? null : recordOf(row);
  }

  /** Ids begin with their time, so their order is the order of the evaluations. */
  async list({ projectId, after, limit }: EvaluationsQuery): Promise<EvaluationsPage> {
    let query = this.rows().selectAll().where('project_id', '=', projectId);
    if (after !== null) {
      query = query.where('id', '<', after);
    }
    const rows = await query
      .orderBy('id', 'desc')
      .limit(limit + 1)
      .execute();
    const evaluations = rows.slice(0, limit).map(recordOf);
    return { evaluations, next: rows.length > limit ? (evaluations.at(-1)?.id ?? null) : null };
  }

  private async tell(within: Within, projectId: string, { events, evidence }: EvaluationNews): Promise<void> {
    if (events.length > 0) {
      await this.outbox.put(within, { topic: 'happening', projectId, payload: { projectId, events, evidence } });
    }
  }

  private rows() {
    return this.database.of<EvaluationTables>().selectFrom('evaluations');
  }
}
