// Carries out one evaluation, however often it is asked to: one that has ended is not run again, one that a crash cut
// off goes on with the rows that were not answered, one that is being carried out here is joined.
import { Inject, Injectable, type OnModuleDestroy } from '@nestjs/common';
import { Clock } from '../kernel/clock.js';
import type { EvaluationThresholds } from '../kernel/policy.js';
import { type Refusal, refusal } from '../kernel/refusal.js';
import { Log } from '../platform/telemetry/log.client.js';
import { AnswerBuffer } from './answer-buffer.js';
import { type Ask, askRows } from './ask-rows.js';
import { comparisonEvidence } from './evaluation-evidence.js';
import type { EvaluationRecord, EvaluationRow } from './evaluation-record.js';
import {
  EvaluationItemStore,
  type EvaluationNews,
  EvaluationStore,
  type EvaluationsPage,
  type EvaluationsQuery,
  type ItemsPage,
  type ItemsQuery,
} from './evaluation-store.js';

export interface EvaluationRequest {
  /** Made by whoever asks, and the same each time that the same work is asked for. */
  readonly evaluationId: string;
  readonly projectId: string;
  readonly datasetId: string;
  readonly datasetDigest: string;
  readonly artefactDigest: string;
  /** The whole held-out split; row keys are unique. */
  readonly rows: readonly EvaluationRow[];
  readonly incumbent: Ask;
  readonly candidate: Ask;
  readonly thresholds: EvaluationThresholds;
  /** Rows that are asked at the same time. */
  readonly concurrency: number;
}

interface Running {
  cancelled: boolean;
  ended: Promise<EvaluationRecord>;
}

@Injectable()
export class EvaluationService implements OnModuleDestroy {
  private readonly running = new Map<string, Running>();
  private stopping = false;

  constructor(
    @Inject(EvaluationStore) private readonly store: EvaluationStore,
    @Inject(EvaluationItemStore) private readonly items: EvaluationItemStore,
    @Inject(Clock) private readonly clock: Clock,
    private readonly log: Log,
  ) {}

  /**
   * Resolves with the evaluation when it has ended: succeeded (whatever the verdict), failed or cancelled. The project
   * hears of it in the transaction that saves the end. Rejects when the store fails or the process stops: ask again with
   * the same id. Failed answers never make it reject: too many of them make the verdict `error`.
   */
  run(request: EvaluationRequest): Promise<EvaluationRecord> {
    const joined = this.running.get(request.evaluationId);
    if (joined !== undefined) {
      return joined.ended;
    }
    const running: Running = { cancelled: false, ended: Promise.resolve(this.recordOf(request)) };
    running.ended = this.carryOut(request, running).finally(() => this.running.delete(request.evaluationId));
    this.running.set(request.evaluationId, running);
    return running.ended;
  }

  /** As of training: what began before the moment is cancelled, wherever it runs, and nothing is told. */
  async cancel(projectId: string, beforeMs: number): Promise<readonly string[]> {
    const cancelled = await this.store.cancelBefore(projectId, beforeMs, this.clock.now());
    for (const running of cancelled.map((id) => this.running.get(id))) {
      if (running !== undefined) {
        running.cancelled = true;
      }
    }
    return cancelled;
  }

  async find(projectId: string, evaluationId: string): Promise<EvaluationRecord | Refusal> {
    const found = await this.store.find(projectId, evaluationId);
    return found ?? refusal('not-found', 'The project has no such evaluation.');
  }

  list(query: EvaluationsQuery): Promise<EvaluationsPage> {
    return this.store.list(query);
  }

  async itemsOf(projectId: string, query: ItemsQuery): Promise<ItemsPage | Refusal> {
    const found = await this.store.find(projectId, query.evaluationId);
    return found === null ? refusal('not-found', 'The project has no such evaluation.') : this.items.page(query);
  }

  /** What a stopping process drops stays `running` in the store and is gone on with by its job. */
  onModuleDestroy(): void {
    this.stopping = true;
  }

  private async carryOut(request: EvaluationRequest, running: Running): Promise<EvaluationRecord> {
    const now = this.clock.now();
    const news = { events: [{ type: 'JOB_STARTED', at: now }], evidence: [] };
    const evaluation = await this.store.begin(this.recordOf(request), news);
    if (evaluation.state !== 'running') {
      return evaluation;
    }
    await this.answerAll(request, running);
    if (this.stopping) {
      throw new Error('the process stops; the evaluation goes on after the restart');
    }
    return this.end(evaluation, request);
  }

  private recordOf(request: EvaluationRequest): EvaluationRecord {
    const now = this.clock.now();
    const { evaluationId: id, projectId, datasetId, datasetDigest, artefactDigest, rows } = request;
    return {
      ...{ id, projectId, datasetId, datasetDigest, artefactDigest },
      state: 'running',
      rows: rows.length,
      progressShare: 0,
      etaSeconds: null,
      comparison: null,
      failure: null,
      createdAt: now,
      startedAt: now,
      finishedAt: null,
    };
  }

  /** Stops early when so many answers have failed that the verdict is certain: asking on would cost and tell nothing. */
  private async answerAll(request: EvaluationRequest, running: Running): Promise<void> {
    const { evaluationId, rows, incumbent, candidate, concurrency } = request;
    const before = await this.items.all(evaluationId);
    const answered = new Set(before.map((item) => item.rowKey));
    const buffer = new AnswerBuffer(this.items, {
      evaluationId,
      rows: rows.length,
      before,
      startedAt: this.clock.now(),
    });
    await askRows({
      rows: rows.filter((row) => !answered.has(row.rowKey)),
      incumbent,
      candidate,
      concurrency,
      onItem: async (item) => {
        const isWanted = await buffer.add(item, this.clock.now());
        return isWanted && !running.cancelled && !this.stopping;
      },
    });
    await buffer.flush(this.clock.now());
  }

  private async end(evaluation: EvaluationRecord, request: EvaluationRequest): Promise<EvaluationRecord> {
    const now = this.clock.now();
    const items = await this.items.all(evaluation.id);
    const finished = { ...evaluation, etaSeconds: null, finishedAt: now };
    const { ended, news } = this.conclude(finished, { request, items, now });
    if (await this.store.finish(ended, news)) {
      return ended;
    }
    return (await this.store.find(evaluation.projectId, evaluation.id)) ?? ended;
  }

  private conclude(
    evaluation: EvaluationRecord,
    {
      request,
      items,
      now,
    }: { request: EvaluationRequest; items: Awaited<ReturnType<EvaluationItemStore['all']>>; now: number },
  ): { ended: EvaluationRecord; news: EvaluationNews } {
    const { evaluationId, datasetId, datasetDigest, artefactDigest, thresholds } = request;
    const rows = request.rows.length;
    try {
      const input = { evaluationId, datasetId, datasetDigest, artefactDigest, thresholds, rows, items, now };
      const evidence = comparisonEvidence(input);
      const ended = { ...evaluation, state: 'succeeded', progressShare: 1, comparison: evidence.value } as const;
      return { ended, news: { events: [{ type: 'JOB_SUCCEEDED', at: now }], evidence: [evidence] } };
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      this.log.warn({ err: error, projectId: request.projectId, evaluationId }, 'an evaluation could not be concluded');
      const ended = { ...evaluation, state: 'failed', failure: reason } as const;
      return { ended, news: { events: [{ type: 'JOB_FAILED', reason, at: now }], evidence: [] } };
    }
  }
}
