import { Inject, Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.sql.js';
import type { ReadinessTables } from '../readiness-tables.js';
import { type DataPlan, DataPlanStore, type StoredPlan } from './data-plan.js';

@Injectable()
export class SqlDataPlanStore extends DataPlanStore {
  constructor(@Inject(Database) private readonly database: Database) {
    super();
  }

  async read(projectId: string): Promise<StoredPlan | null> {
    const row = await this.tables
      .selectFrom('readiness_plans')
      .selectAll()
      .where('project_id', '=', projectId)
      .executeTakeFirst();
    return row === undefined
      ? null
      : { projectId, plan: JSON.parse(row.document) as DataPlan, by: row.declared_by, at: Number(row.declared_at) };
  }

  async write({ projectId, plan, by, at }: StoredPlan): Promise<void> {
    const values = { document: JSON.stringify(plan), declared_by: by, declared_at: at };
    await this.tables
      .insertInto('readiness_plans')
      .values({ project_id: projectId, ...values })
      .onConflict((conflict) => conflict.column('project_id').doUpdateSet(values))
      .execute();
  }

  private get tables() {
    return this.database.of<ReadinessTables>();
  }
}
