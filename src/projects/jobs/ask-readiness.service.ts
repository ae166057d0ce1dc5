// Asks for a readiness report and waits a while for it: most data sets are measured in seconds, and whoever asked would
// otherwise have to poll for what is about to be there.
import { setTimeout as sleep } from 'node:timers/promises';
import { Inject, Injectable } from '@nestjs/common';
import { Clock } from '../../kernel/clock.js';
import { IdSource } from '../../kernel/ids.js';
import { type Refusal, refusal } from '../../kernel/refusal.js';
import { isTerminal } from '../../lifecycle/reading.js';
import type { ReadinessReport } from '../../readiness/report/readiness-report.js';
import { ReportStore } from '../../readiness/report/report-store.js';
import { TellNews } from '../evidence/tell-news.js';
import { ProjectRecords, ProjectStore } from '../project-store.js';
import { measureReadinessTopic } from './measure-readiness.job.js';

export interface AskedReport {
  readonly reportId: string;
  /** Null while it is still being measured, or not on the project's record yet. */
  readonly report: ReadinessReport | null;
}

const lookEveryMs = 100;
/** The newest few: others may have asked for reports at the same time. */
const evidenceLookedAt = 10;

@Injectable()
export class AskReadiness {
  constructor(
    private readonly projects: ProjectStore,
    private readonly reports: ReportStore,
    private readonly records: ProjectRecords,
    private readonly news: TellNews,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(IdSource) private readonly ids: IdSource,
  ) {}

  async ask(request: { projectId: string; by: string; waitMs: number }): Promise<AskedReport | Refusal> {
    const { projectId, by, waitMs } = request;
    const project = await this.projects.find(projectId);
    if (project === null) {
      return refusal('not-found', 'There is no such project.');
    }
    if (isTerminal(project.snapshot)) {
      return refusal('conflict', 'The project has ended; nothing is measured any more.');
    }
    const reportId = this.ids.next('rdy');
    await this.news.ask(projectId, measureReadinessTopic, { reportId, by });
    const until = this.clock.now() + waitMs;
    for (;;) {
      const report = await this.heardReport(projectId, reportId);
      if (report !== null || this.clock.now() >= until) {
        return { reportId, report };
      }
      await sleep(lookEveryMs);
    }
  }

  /** Null until the project has the report on record: a gate that is asked for before that would not know of it. */
  private async heardReport(projectId: string, reportId: string): Promise<ReadinessReport | null> {
    const report = await this.reports.find(projectId, reportId);
    if (report === null) {
      return null;
    }
    const query = { projectId, kind: 'readiness.report', afterId: null, limit: evidenceLookedAt };
    const isHeard = (await this.records.evidence(query)).some((one) => one.value.reportId === reportId);
    return isHeard ? report : null;
  }
}
