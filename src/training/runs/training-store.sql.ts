import { Injectable } from '@nestjs/common';
import type { Selectable } from 'kysely';
import { Database, type Within } from '../../platform/database/database.sql.js';
import { Outbox } from '../../platform/jobs/outbox.sql.js';
import type { TrainingRun } from './training-run.js';
import {
  type NewArtefact,
  type RunProgress,
  type RunsPage,
  type RunsQuery,
  type TrainingNews,
  TrainingStore,
} from './training-store.js';
import type { ArtefactDocument, RunDocument, TrainingTables } from './training-tables.js';

type RunRow = Selectable<TrainingTables['training_runs']>;

function documentOf(run: TrainingRun): string {
  const { datasetDigest, trainRows, trainSeconds, artefactDigest, failure } = run;
  return JSON.stringify({ datasetDigest, trainRows, trainSeconds, artefactDigest, failure } satisfies RunDocument);
}

function rowOf(run: TrainingRun): RunRow {
  return {
    id: run.id,
    project_id: run.projectId,
    dataset_id: run.datasetId,
    recipe: run.recipe,
    state: run.state,
    progress_share: run.progressShare,
    eta_seconds: run.etaSeconds,
    artefact_id: run.artefactId,
    document: documentOf(run),
    created_by: run.createdBy,
    created_at: run.createdAt,
    started_at: run.startedAt,
    finished_at: run.finishedAt,
  };
}

function runOf(row: RunRow): TrainingRun {
  return {
    id: row.id,
    projectId: row.project_id,
    datasetId: row.dataset_id,
    recipe: row.recipe,
    state: row.state,
    progressShare: row.progress_share,
    etaSeconds: row.eta_seconds,
    artefactId: row.artefact_id,
    createdBy: row.created_by,
    createdAt: row.created_at,
    startedAt: row.started_at,
    finishedAt: row.finished_at,
    ...(JSON.parse(row.document) as RunDocument),
  };
}

@Injectable()
export class SqlTrainingStore extends TrainingStore {
  constructor(
    private readonly database: Database,
    private readonly outbox: Outbox,
  ) {
    super();
  }

  async begin(run: TrainingRun, news: TrainingNews): Promise<TrainingRun> {
    const isNew = await this.database.transaction(async (within) => {
      const inserted = await within
        .of<TrainingTables>()
        .insertInto('training_runs')
        .values(rowOf(run))
        .onConflict((conflict) => conflict.column('id').doNothing())
        .returning('id')
        .executeTakeFirst();
      if (inserted !== undefined) {
        await this.tell(within, run.projectId, news);
      }
      return inserted !== undefined;
    });
    return isNew ? run : runOf(await this.runs().selectAll().where('id', '=', run.id).executeTakeFirstOrThrow());
  }

  async saveProgress(runId: string, { share, etaSeconds }: RunProgress): Promise<boolean> {
    const changed = await this.database
      .of<TrainingTables>()
      .updateTable('training_runs')
      .set({ progress_share: share, eta_seconds: etaSeconds })
      .where('id', '=', runId)
      .where('state', '=', 'running')
      .returning('id')
      .executeTakeFirst();
    return changed !== undefined;
  }

  async finish(run: TrainingRun, artefact: NewArtefact | null, news: TrainingNews): Promise<boolean> {
    return this.database.transaction(async (within) => {
      const { id, ...columns } = rowOf(run);
      const changed = await within
        .of<TrainingTables>()
        .updateTable('training_runs')
        .set(columns)
        .where('id', '=', id)
        .where('state', '=', 'running')
        .returning('id')
        .executeTakeFirst();
      if (changed === undefined) {
        return false;
      }
      if (artefact !== null) {
        await this.keep(within, artefact);
      }
      await this.tell(within, run.projectId, news);
      return true;
    });
  }

  async cancelBefore(projectId: string, beforeMs: number, now: number): Promise<readonly string[]> {
    const cancelled = await this.database
      .of<TrainingTables>()
      .updateTable('training_runs')
      .set({ state: 'cancelled', finished_at: now, eta_seconds: null })
      .where('project_id', '=', projectId)
      .where('state', '=', 'running')
      .where('created_at', '<=', beforeMs)
      .returning('id')
      .execute();
    return cancelled.map((row) => row.id);
  }

  async find(projectId: string, runId: string): Promise<TrainingRun | null> {
    const row = await this.runs()
      .selectAll()
      .where('id', '=', runId)
      .where('project_id', '=', projectId)
      .executeTakeFirst();
    return row === undefined ? null : runOf(row);
  }

  /** Ids begin with their time, so their order is the order of the runs. */
  async list({ projectId, after, limit }: RunsQuery): Promise<RunsPage> {
    let query = this.runs().selectAll().where('project_id', '=', projectId);
    if (after !== null) {
      query = query.where('id', '<', after);
    }
    const rows = await query
      .orderBy('id', 'desc')
      .limit(limit + 1)
      .execute();
    const runs = rows.slice(0, limit).map(runOf);
    return { runs, next: rows.length > limit ? (runs.at(-1)?.id ?? null) : null };
  }

  private async keep(within: Within, artefact: NewArtefact): Promise<void> {
    const { runId, recipe } = artefact;
    await within
      .of<TrainingTables>()
      .insertInto('artefacts')
      .values({
        id: artefact.id,
        project_id: artefact.projectId,
        digest: artefact.digest,
        size_bytes: artefact.sizeBytes,
        document: JSON.stringify({ runId, recipe } satisfies ArtefactDocument),
        content: artefact.content,
        created_at: artefact.createdAt,
      })
      .execute();
  }

  private async tell(within: Within, projectId: string, { events, evidence }: TrainingNews): Promise<void> {
    if (events.length > 0) {
      await this.outbox.put(within, { topic: 'happening', projectId, payload: { projectId, events, evidence } });
    }
  }

  private runs() {
    return this.database.of<TrainingTables>().selectFrom('training_runs');
  }
}
