// Writes the one document that a poll of readiness reads. It is made when something was measured, so that reading it costs
// the same whatever the size of the data.
import { Inject, Injectable } from '@nestjs/common';
import type { ReadinessReport } from '../report/readiness-report.js';
import { statusOf } from '../status/readiness-status.js';
import { StatusRowStore } from '../status/status-row.js';

@Injectable()
export class StatusDocuments {
  constructor(@Inject(StatusRowStore) private readonly rows: StatusRowStore) {}

  async write(report: ReadinessReport): Promise<void> {
    const document = JSON.stringify(statusOf(report));
    await this.rows.write({ projectId: report.projectId, document, updatedAt: report.createdAt });
  }

  /** JSON text; null: nothing was ever measured. */
  async read(projectId: string): Promise<string | null> {
    return (await this.rows.read(projectId))?.document ?? null;
  }
}
