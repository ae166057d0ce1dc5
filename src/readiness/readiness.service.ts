// Measures whether a project's data is good enough: takes in what traffic brought, measures what changed, judges the whole,
// and freezes the data set with its report. Being called again with the same report id gives the same report.
import { Inject, Injectable } from '@nestjs/common';
import { Clock } from '../kernel/clock.js';
import { sha256Hex } from '../kernel/digest.js';
import type { EvidenceDraft } from '../kernel/evidence.js';
import { systemActor } from '../kernel/principal.js';
import { DatasetStore } from './datasets/dataset-store.js';
import { AssessData } from './gathering/assess-data.service.js';
import type { Assessed, AssessRequest } from './gathering/assess-request.js';
import { StatusDocuments } from './gathering/status-documents.service.js';
import { makeReport } from './report/make-report.js';
import { evidenceOf, type ReadinessReport, readinessMethod } from './report/readiness-report.js';
import { ReportStore } from './report/report-store.js';
import { splitSaltOf } from './rows/split-of.js';

export interface MeasureRequest extends AssessRequest {
  readonly reportId: string;
  /** Who asked; `system` when left out. */
  readonly by?: string;
}

export interface MeasuredReport {
  readonly report: ReadinessReport;
  readonly datasetId: string | null;
  readonly evidence: readonly EvidenceDraft[];
}

@Injectable()
export class ReadinessService {
  constructor(
    private readonly data: AssessData,
    private readonly status: StatusDocuments,
    @Inject(DatasetStore) private readonly datasets: DatasetStore,
    @Inject(ReportStore) private readonly reports: ReportStore,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** Hand in exchanges with greater ids only; null: all. */
  capturedUpTo(projectId: string): Promise<string | null> {
    return this.data.capturedUpTo(projectId);
  }

  async measure(request: MeasureRequest): Promise<MeasuredReport> {
    const known = await this.reports.find(request.projectId, request.reportId);
    const report = known ?? (await this.measureAnew(request));
    return { report, datasetId: report.datasetId, evidence: evidenceOf(report) };
  }

  /** Takes in what is new and brings the status up to date; freezes nothing, and writes no report. */
  async follow(request: AssessRequest): Promise<void> {
    const assessed = await this.data.assess(request);
    await this.status.write(
      makeReport({ ...request, reportId: null, createdAt: this.clock.now(), assessed, datasetId: null }),
    );
  }

  private async measureAnew(request: MeasureRequest): Promise<ReadinessReport> {
    const assessed = await this.data.assess(request);
    const datasetId = assessed.measurement === null ? null : await this.freeze(request, assessed);
    const report = makeReport({ ...request, createdAt: this.clock.now(), assessed, datasetId });
    await this.reports.add(report);
    await this.status.write(report);
    return report;
  }

  /** Null when there was no row to freeze. */
  private async freeze(request: MeasureRequest, { measurement, funnel }: Assessed): Promise<string | null> {
    if (measurement === null || measurement.kept.length === 0) {
      return null;
    }
    const { projectId } = request;
    const { digest, trainRows, holdoutRows, kept } = measurement;
    const frozen = await this.datasets.freeze(
      {
        id: datasetIdOf(projectId, digest),
        projectId,
        digest,
        trainRows,
        holdoutRows,
        manifest: { splitSalt: splitSaltOf(projectId), funnel, methodVersion: readinessMethod },
        frozenAt: this.clock.now(),
        frozenBy: request.by ?? systemActor,
      },
      kept,
    );
    return frozen.id;
  }
}

/** From its content: freezing that broke off goes on under the same id. */
function datasetIdOf(projectId: string, digest: string): string {
  return `dst_${sha256Hex(`${projectId} ${digest}`).slice(0, 26)}`;
}
