// Measures whether a project's data is good enough: takes in what traffic brought, assembles a data set, judges it, and
// freezes it with its report. Being called again with the same report id gives the same report.
import { Inject, Injectable } from '@nestjs/common';
import { Clock } from '../kernel/clock.js';
import { sha256Hex } from '../kernel/digest.js';
import type { EvidenceDraft } from '../kernel/evidence.js';
import type { ReadinessThresholds } from '../kernel/policy.js';
import { systemActor } from '../kernel/principal.js';
import { Log } from '../platform/telemetry/log.client.js';
import type { TaskKind } from './check.js';
import { DatasetStore } from './dataset-store.js';
import type { ReadinessMeasurement, ReadinessQuestion } from './measure-readiness.js';
import { ReadinessMeter } from './readiness-meter.js';
import { evidenceOf, type ReadinessReport, readinessMethod } from './readiness-report.js';
import { ReportStore } from './report-store.js';
import type { Example } from './rows/example.js';
import { type CapturedExchange, exampleFromExchange } from './rows/example-from-exchange.js';
import { type CapturedResult, ExampleStore } from './rows/example-store.js';
import { splitSaltOf } from './rows/split-of.js';

export interface MeasureRequest {
  readonly reportId: string;
  readonly projectId: string;
  readonly thresholds: ReadinessThresholds;
  /** Null: not known. The check of length is then skipped, and the verdict stays open. */
  readonly candidateContextTokens: number | null;
  readonly taskKind: TaskKind;
  /** Captured exchanges, oldest first, from `capturedUpTo` on. Seen ones may come again. */
  readonly captured: AsyncIterable<CapturedExchange>;
  /** Who asked; `system` when left out. */
  readonly by?: string;
}

export interface MeasuredReport {
  readonly report: ReadinessReport;
  readonly datasetId: string | null;
  readonly evidence: readonly EvidenceDraft[];
}

const captureBatch = 200;
const rowsPerPage = 2_000;

@Injectable()
export class ReadinessService {
  constructor(
    @Inject(ExampleStore) private readonly examples: ExampleStore,
    @Inject(DatasetStore) private readonly datasets: DatasetStore,
    @Inject(ReportStore) private readonly reports: ReportStore,
    @Inject(ReadinessMeter) private readonly meter: ReadinessMeter,
    @Inject(Clock) private readonly clock: Clock,
    private readonly log: Log,
  ) {}

  /** Hand in exchanges with greater ids only; null: all. */
  capturedUpTo(projectId: string): Promise<string | null> {
    return this.examples.resumeAfter(projectId);
  }

  async measure(request: MeasureRequest): Promise<MeasuredReport> {
    const known = await this.reports.find(request.projectId, request.reportId);
    const report = known ?? (await this.measureAnew(request));
    return { report, datasetId: report.datasetId, evidence: evidenceOf(report) };
  }

  private async measureAnew(request: MeasureRequest): Promise<ReadinessReport> {
    await this.takeCaptured(request);
    const { projectId, taskKind, candidateContextTokens, thresholds } = request;
    const intake = await this.examples.tally(projectId);
    const question = { splitSalt: splitSaltOf(projectId), taskKind, candidateContextTokens, intake, thresholds };
    const measurement = await this.attempt(request, question);
    const report = measurement === null ? this.broken(request) : await this.freeze(request, { question, measurement });
    await this.reports.add(report);
    return report;
  }

  private async takeCaptured({ projectId, captured }: MeasureRequest): Promise<void> {
    let results: CapturedResult[] = [];
    const flush = async () => {
      await this.examples.takeCaptured({ projectId, results, at: this.clock.now() });
      results = [];
    };
    for await (const exchange of captured) {
      results.push({ exchangeId: exchange.id, at: exchange.at, result: exampleFromExchange(exchange) });
      if (results.length === captureBatch) {
        await flush();
      }
    }
    await flush();
  }

  /** Null when measuring broke: that is an answer too, and it is not a pass. What the store refuses is thrown. */
  private async attempt(request: MeasureRequest, question: ReadinessQuestion): Promise<ReadinessMeasurement | null> {
    const reading = { error: null as unknown };
    try {
      return await this.meter.measure(this.pages(request.projectId, reading), question);
    } catch (error) {
      if (reading.error !== null) {
        throw reading.error;
      }
      this.log.error(
        { projectId: request.projectId, reportId: request.reportId, err: error },
        'readiness not measured',
      );
      return null;
    }
  }

  private async *pages(projectId: string, reading: { error: unknown }): AsyncGenerator<readonly Example[]> {
    let after: { declaredSplit: Example['declaredSplit']; rowKey: string } | null = null;
    for (;;) {
      const page: readonly Example[] = await this.examples
        .page({ projectId, after, limit: rowsPerPage })
        .catch((error) => {
          reading.error = error;
          throw error;
        });
      yield page;
      const last = page.at(-1);
      if (last === undefined || page.length < rowsPerPage) {
        return;
      }
      after = { declaredSplit: last.declaredSplit, rowKey: last.rowKey };
    }
  }

  private async freeze(
    request: MeasureRequest,
    { question, measurement }: { question: ReadinessQuestion; measurement: ReadinessMeasurement },
  ): Promise<ReadinessReport> {
    const { projectId, thresholds } = request;
    const { verdict, findings, funnel, digest, trainRows, holdoutRows, kept } = measurement;
    const frozen =
      kept.length === 0
        ? null
        : await this.datasets.freeze(
            {
              id: datasetIdOf(projectId, digest),
              projectId,
              digest,
              trainRows,
              holdoutRows,
              manifest: { splitSalt: question.splitSalt, funnel, methodVersion: readinessMethod },
              frozenAt: this.clock.now(),
              frozenBy: request.by ?? systemActor,
            },
            kept,
          );
    return {
      ...this.broken(request),
      verdict,
      datasetId: frozen?.id ?? null,
      datasetDigest: digest,
      usableTrainRows: trainRows,
      holdoutRows,
      missingRows: Math.max(0, thresholds.trainRowsMin - trainRows),
      funnel,
      findings,
      problem: null,
    };
  }

  private broken(request: MeasureRequest): ReadinessReport {
    const { reportId, projectId, taskKind, candidateContextTokens, thresholds } = request;
    return {
      id: reportId,
      projectId,
      createdAt: this.clock.now(),
      verdict: 'error',
      datasetId: null,
      datasetDigest: null,
      taskKind,
      candidateContextTokens,
      thresholds,
      usableTrainRows: 0,
      holdoutRows: 0,
      missingRows: thresholds.trainRowsMin,
      funnel: [],
      findings: [],
      problem: 'Measuring broke, so nothing is known. The log of the service says why; ask for a new report.',
      methodVersion: readinessMethod,
    };
  }
}

/** From its content: freezing that broke off goes on under the same id. */
function datasetIdOf(projectId: string, digest: string): string {
  return `dst_${sha256Hex(`${projectId} ${digest}`).slice(0, 26)}`;
}
