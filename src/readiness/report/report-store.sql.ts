import { Inject, Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.sql.js';
import type { ReadinessTables } from '../readiness-tables.js';
import { openReport } from './open-report.js';
import type { ReadinessReport } from './readiness-report.js';
import { ReportStore } from './report-store.js';

@Injectable()
export class SqlReportStore extends ReportStore {
  constructor(@Inject(Database) private readonly database: Database) {
    super();
  }

  async add(report: ReadinessReport): Promise<void> {
    await this.database
      .of<ReadinessTables>()
      .insertInto('readiness_reports')
      .values({
        id: report.id,
        project_id: report.projectId,
        dataset_digest: report.datasetDigest ?? '',
        verdict: report.verdict,
        document: JSON.stringify(report),
        created_at: report.createdAt,
      })
      .onConflict((conflict) => conflict.column('id').doNothing())
      .execute();
  }

  async find(projectId: string, id: string): Promise<ReadinessReport | null> {
    const row = await this.reports.where('project_id', '=', projectId).where('id', '=', id).executeTakeFirst();
    return row === undefined ? null : openReport(row.document);
  }

  async list(query: { projectId: string; after: string | null; limit: number }): Promise<readonly ReadinessReport[]> {
    let reports = this.reports.where('project_id', '=', query.projectId);
    if (query.after !== null) {
      reports = reports.where('id', '<', query.after);
    }
    const rows = await reports.orderBy('id', 'desc').limit(query.limit).execute();
    return rows.map((row) => openReport(row.document));
  }

  private get reports() {
    return this.database.of<ReadinessTables>().selectFrom('readiness_reports').select('document');
  }
}
