// Carries out one training run, however often it is asked to: a run that has ended is not run again, a run that a crash
// cut off starts anew, a run that is being carried out here is joined.
import { Inject, Injectable, type OnModuleDestroy } from '@nestjs/common';
import { Clock } from '../kernel/clock.js';
import { IdSource } from '../kernel/ids.js';
import { type Refusal, refusal } from '../kernel/refusal.js';
import { Log } from '../platform/telemetry/log.client.js';
import { trainingEvidence } from './runs/training-evidence.js';
import type { TrainingRun } from './runs/training-run.js';
import { type RunsPage, type RunsQuery, TrainingStore } from './runs/training-store.js';
import type { StudentRow } from './student-rows.js';
import { StudentTrainer, type TrainedArtefact, type TrainerProgress } from './student-trainer.js';

export interface TrainingRequest {
  /** Made by whoever asks, and the same each time that the same work is asked for. */
  readonly runId: string;
  readonly projectId: string;
  readonly datasetId: string;
  readonly datasetDigest: string;
  /** Id of a recipe in all-recipes. */
  readonly recipe: string;
  readonly rows: readonly StudentRow[];
  /** Whoever answers for the run. */
  readonly by: string;
  readonly onProgress?: (progress: TrainerProgress) => void;
}

interface Running {
  readonly projectId: string;
  readonly abort: AbortController;
  readonly ended: Promise<TrainingRun>;
}

const progressEveryMs = 1000;

@Injectable()
export class TrainingService implements OnModuleDestroy {
  private readonly running = new Map<string, Running>();
  private stopping = false;

  constructor(
    @Inject(TrainingStore) private readonly store: TrainingStore,
    @Inject(StudentTrainer) private readonly trainer: StudentTrainer,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(IdSource) private readonly ids: IdSource,
    private readonly log: Log,
  ) {}

  /**
   * Resolves with the run when it has ended: succeeded, failed or cancelled. The project hears of it in the transaction
   * that saves the end. Rejects when the store fails or the process stops: ask again with the same id.
   */
  run(request: TrainingRequest): Promise<TrainingRun> {
    const joined = this.running.get(request.runId);
    if (joined !== undefined) {
      return joined.ended;
    }
    const abort = new AbortController();
    const ended = this.carryOut(request, abort).finally(() => this.running.delete(request.runId));
    this.running.set(request.runId, { projectId: request.projectId, abort, ended });
    return ended;
  }

  /**
   * Cancels the runs of the project that began before the moment, wherever they run: another process notices when it
   * next saves its progress. Nothing is told: whoever cancels knows.
   */
  async cancel(projectId: string, beforeMs: number): Promise<readonly string[]> {
    const cancelled = await this.store.cancelBefore(projectId, beforeMs, this.clock.now());
    for (const runId of cancelled) {
      this.running.get(runId)?.abort.abort();
    }
    return cancelled;
  }

  async find(projectId: string, runId: string): Promise<TrainingRun | Refusal> {
    return (await this.store.find(projectId, runId)) ?? refusal('not-found', 'The project has no such training run.');
  }

  list(query: RunsQuery): Promise<RunsPage> {
    return this.store.list(query);
  }

  /** Runs that a stopping process drops stay `running` in the store and are started again by their job. */
  onModuleDestroy(): void {
    this.stopping = true;
    for (const { abort } of this.running.values()) {
      abort.abort();
    }
  }

  private async carryOut(request: TrainingRequest, abort: AbortController): Promise<TrainingRun> {
    const run = await this.begin(request);
    if (run.state !== 'running') {
      return run;
    }
    const trained = await this.train(run, request, abort);
    if (trained instanceof Error && this.stopping) {
      throw trained;
    }
    return this.end(run, trained);
  }

  private begin(request: TrainingRequest): Promise<TrainingRun> {
    const { runId: id, projectId, datasetId, datasetDigest, recipe, rows, by: createdBy } = request;
    const now = this.clock.now();
    const run: TrainingRun = {
      ...{ id, projectId, datasetId, datasetDigest, recipe, createdBy },
      state: 'running',
      progressShare: 0,
      etaSeconds: null,
      trainRows: rows.length,
      trainSeconds: null,
      artefactId: null,
      artefactDigest: null,
      failure: null,
      createdAt: now,
      startedAt: now,
      finishedAt: null,
    };
    return this.store.begin(run, { events: [{ type: 'JOB_STARTED', at: now }], evidence: [] });
  }

  /** An Error where nothing came of it. */
  private async train(run: TrainingRun, request: TrainingRequest, abort: AbortController) {
    let savedAt = this.clock.now();
    let saving: Promise<void> | null = null;
    const onProgress = (progress: TrainerProgress) => {
      request.onProgress?.(progress);
      const now = this.clock.now();
      if (saving === null && now - savedAt >= progressEveryMs) {
        savedAt = now;
        saving = this.saveProgress(run, progress, abort).finally(() => {
          saving = null;
        });
      }
    };
    const { recipe, rows } = request;
    const trained = await this.trainer.train({ recipe, rows, onProgress, signal: abort.signal }).catch(asError);
    // A progress that arrives after the end would write over it.
    await saving;
    return trained;
  }

  private async saveProgress(run: TrainingRun, progress: TrainerProgress, abort: AbortController): Promise<void> {
    try {
      if (!(await this.store.saveProgress(run.id, progress))) {
        abort.abort();
      }
    } catch (error) {
      this.log.warn(
        { err: error, projectId: run.projectId, runId: run.id },
        'the progress of a training was not saved',
      );
    }
  }

  private async end(run: TrainingRun, trained: TrainedArtefact | Error): Promise<TrainingRun> {
    const now = this.clock.now();
    const ended: TrainingRun = { ...run, finishedAt: now, progressShare: null, etaSeconds: null };
    const saved =
      trained instanceof Error ? await this.saveFailure(ended, trained) : await this.saveSuccess(ended, trained);
    if (saved === null) {
      // Somebody cancelled it between its last sign of life and its end.
      return (await this.store.find(run.projectId, run.id)) ?? run;
    }
    return saved;
  }

  private async saveSuccess(run: TrainingRun, trained: TrainedArtefact): Promise<TrainingRun | null> {
    const now = run.finishedAt ?? this.clock.now();
    const { content, digest, trainRows, trainSeconds } = trained;
    const artefactId = this.ids.next('art');
    const { id: runId, projectId, recipe } = run;
    const sizeBytes = content.length;
    const artefact = { id: artefactId, projectId, runId, recipe, digest, sizeBytes, createdAt: now, content };
    const result = { artefactId, artefactDigest: digest, trainRows, trainSeconds, progressShare: 1 };
    const done: TrainingRun = { ...run, ...result, state: 'succeeded' };
    const news = { events: [{ type: 'JOB_SUCCEEDED', at: now }], evidence: [trainingEvidence(done, now)] };
    return (await this.store.finish(done, artefact, news)) ? done : null;
  }

  private async saveFailure(run: TrainingRun, error: Error): Promise<TrainingRun | null> {
    const now = run.finishedAt ?? this.clock.now();
    const failed: TrainingRun = { ...run, state: 'failed', failure: error.message };
    const events = [{ type: 'JOB_FAILED', reason: error.message, at: now }];
    const isSaved = await this.store.finish(failed, null, { events, evidence: [trainingEvidence(failed, now)] });
    if (isSaved) {
      this.log.warn({ err: error, projectId: run.projectId, runId: run.id }, 'a training run failed');
    }
    return isSaved ? failed : null;
  }
}

function asError(cause: unknown): Error {
  return cause instanceof Error ? cause : new Error(String(cause));
}
