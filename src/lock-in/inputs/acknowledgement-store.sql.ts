import { Inject, Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.sql.js';
import type { LockInTables } from '../lock-in-tables.js';
import { type AlertAcknowledgement, AlertAcknowledgementStore } from './acknowledgement-store.js';

@Injectable()
export class SqlAlertAcknowledgementStore extends AlertAcknowledgementStore {
  constructor(@Inject(Database) private readonly database: Database) {
    super();
  }

  async put({ projectId, alertKey, by, reason, at, until }: AlertAcknowledgement): Promise<void> {
    const values = { acknowledged_by: by, reason, at, until };
    await this.tables
      .insertInto('lock_in_acknowledgements')
      .values({ project_id: projectId, alert_key: alertKey, ...values })
      .onConflict((conflict) => conflict.columns(['project_id', 'alert_key']).doUpdateSet(values))
      .execute();
  }

  async list(projectId: string): Promise<readonly AlertAcknowledgement[]> {
    const rows = await this.tables
      .selectFrom('lock_in_acknowledgements')
      .selectAll()
      .where('project_id', '=', projectId)
      .orderBy('at')
      .execute();
    return rows.map((row) => ({
      projectId: row.project_id,
      alertKey: row.alert_key,
      by: row.acknowledged_by,
      reason: row.reason,
      at: Number(row.at),
      until: Number(row.until),
    }));
  }

  private get tables() {
    return this.database.of<LockInTables>();
  }
}
