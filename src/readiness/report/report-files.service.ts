// Reports as they are handed out: with the names of the files that their rows came from, and two of them compared.
import { Inject, Injectable } from '@nestjs/common';
import { type Refusal, refusal } from '../../kernel/refusal.js';
import { DatasetStore } from '../datasets/dataset-store.js';
import { ImportStore } from '../imports/import-store.js';
import type { Split } from '../rows/split-of.js';
import { compareReports, type ReportComparison, type RowMoves, rowMoves } from './compare-reports.js';
import { failingRowsCsv, importsNamed } from './failing-rows-csv.js';
import type { ReadinessReport } from './readiness-report.js';
import { ReportStore } from './report-store.js';

/** Above this, only the counts of two data sets are compared. */
const comparedRowsMax = 200_000;

const noSuchReport = refusal('not-found', 'There is no such report in this project.');

@Injectable()
export class ReportFiles {
  constructor(
    @Inject(ReportStore) private readonly reports: ReportStore,
    @Inject(DatasetStore) private readonly datasets: DatasetStore,
    @Inject(ImportStore) private readonly imports: ImportStore,
  ) {}

  async report(projectId: string, reportId: string): Promise<ReadinessReport | Refusal> {
    return (await this.reports.find(projectId, reportId)) ?? noSuchReport;
  }

  async failingRows(projectId: string, reportId: string): Promise<string | Refusal> {
    const report = await this.reports.find(projectId, reportId);
    if (report === null) {
      return noSuchReport;
    }
    const files = new Map<string, string>();
    for (const id of importsNamed(report.findings)) {
      const record = await this.imports.find(projectId, id);
      if (record !== null) {
        files.set(id, record.fileName);
      }
    }
    return failingRowsCsv(report.findings, files);
  }

  async compare(question: { projectId: string; from: string; to: string }): Promise<ReportComparison | Refusal> {
    const { projectId, from, to } = question;
    const [before, after] = await Promise.all([this.reports.find(projectId, from), this.reports.find(projectId, to)]);
    return before === null || after === null
      ? noSuchReport
      : compareReports(before, after, await this.rowMoves(before, after));
  }

  private async rowMoves(from: ReadinessReport, to: ReadinessReport): Promise<ReportComparison['rows']> {
    const rows = [from, to].reduce((sum, { usableTrainRows, holdoutRows }) => sum + usableTrainRows + holdoutRows, 0);
    if (from.datasetId === null || to.datasetId === null || rows > comparedRowsMax) {
      return null;
    }
    const [before, after] = [from.datasetId, to.datasetId];
    return {
      train: await this.movesOf('train', before, after),
      holdout: await this.movesOf('holdout', before, after),
    };
  }

  private async movesOf(side: Split, before: string, after: string): Promise<RowMoves> {
    const [old, now] = [await this.datasets.rowsOf(before, side), await this.datasets.rowsOf(after, side)];
    return rowMoves(
      old.map(({ rowKey }) => rowKey),
      now.map(({ rowKey }) => rowKey),
    );
  }
}
