import { Inject, Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.sql.js';
import { Statement } from '../../platform/database/statement.sql.js';
import type { LockInTables, StatusTable } from '../lock-in-tables.js';
import { type LockInStatus, type LockInStatusRow, LockInStatusStore } from './status-row.js';

const ofProject = new Statement<StatusTable>('select * from lock_in_status where project_id = ?');

@Injectable()
export class SqlLockInStatusStore extends LockInStatusStore {
  constructor(@Inject(Database) private readonly database: Database) {
    super();
  }

  async read(projectId: string): Promise<LockInStatusRow | null> {
    const row = await ofProject.first(this.database, [projectId]);
    return row === undefined ? null : { ...statusOf(row), document: row.document };
  }

  async write(row: LockInStatusRow): Promise<void> {
    const { projectId, measuredAt, score, low, high, confidence, band, daysToShutdown, isForced, document } = row;
    const values = {
      ...{ measured_at: measuredAt, score, low, high, confidence, band, document },
      ...{ days_to_shutdown: daysToShutdown, is_forced: Number(isForced) },
    };
    await this.tables
      .insertInto('lock_in_status')
      .values({ project_id: projectId, ...values })
      .onConflict((conflict) =>
        conflict.column('project_id').doUpdateSet(values).where('lock_in_status.measured_at', '<=', measuredAt),
      )
      .execute();
  }

  async newest(limit: number): Promise<readonly LockInStatus[]> {
    const rows = await this.tables
      .selectFrom('lock_in_status')
      .select(['project_id', 'measured_at', 'score', 'low', 'high', 'confidence'])
      .select(['band', 'days_to_shutdown', 'is_forced'])
      .orderBy('measured_at', 'desc')
      .limit(limit)
      .execute();
    return rows.map(statusOf);
  }

  async measuredSince(projectIds: readonly string[], since: number): Promise<ReadonlySet<string>> {
    if (projectIds.length === 0) {
      return new Set();
    }
    const rows = await this.tables
      .selectFrom('lock_in_status')
      .select('project_id')
      .where('project_id', 'in', [...projectIds])
      .where('measured_at', '>=', since)
      .execute();
    return new Set(rows.map((row) => row.project_id));
  }

  private get tables() {
    return this.database.of<LockInTables>();
  }
}

function statusOf(row: Omit<StatusTable, 'document'>): LockInStatus {
  return {
    projectId: row.project_id,
    measuredAt: Number(row.measured_at),
    score: row.score,
    low: row.low,
    high: row.high,
    confidence: row.confidence,
    band: row.band,
    daysToShutdown: row.days_to_shutdown,
    isForced: row.is_forced === 1,
  };
}
