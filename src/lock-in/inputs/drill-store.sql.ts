import { Inject, Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.sql.js';
import type { LockInTables } from '../lock-in-tables.js';
import { type Drill, DrillStore } from './drill-store.js';

@Injectable()
export class SqlDrillStore extends DrillStore {
  constructor(@Inject(Database) private readonly database: Database) {
    super();
  }

  async add(drill: Drill): Promise<void> {
    const { id, projectId, at, source } = drill;
    await this.tables
      .insertInto('lock_in_drills')
      .values({ id, project_id: projectId, at, source, document: JSON.stringify(drill) })
      .onConflict((conflict) => conflict.columns(['project_id', 'source']).doNothing())
      .execute();
  }

  async list(projectId: string, limit: number): Promise<readonly Drill[]> {
    const rows = await this.tables
      .selectFrom('lock_in_drills')
      .select('document')
      .where('project_id', '=', projectId)
      .orderBy('at', 'desc')
      .orderBy('id', 'desc')
      .limit(limit)
      .execute();
    return rows.map((row) => JSON.parse(row.document) as Drill);
  }

  private get tables() {
    return this.database.of<LockInTables>();
  }
}
