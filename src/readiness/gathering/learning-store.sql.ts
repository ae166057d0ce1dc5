import { Inject, Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.sql.js';
import type { HandedMeasures } from '../facts/handed-measures.js';
import type { ReadinessTables } from '../readiness-tables.js';
import { type LearningMeasures, LearningStore } from './learning-store.js';

@Injectable()
export class SqlLearningStore extends LearningStore {
  constructor(@Inject(Database) private readonly database: Database) {
    super();
  }

  async read(projectId: string): Promise<LearningMeasures | null> {
    const row = await this.tables
      .selectFrom('readiness_learning')
      .selectAll()
      .where('project_id', '=', projectId)
      .executeTakeFirst();
    return row === undefined
      ? null
      : {
          projectId,
          rows: Number(row.row_count),
          digest: row.digest,
          at: Number(row.measured_at),
          measures: JSON.parse(row.document) as HandedMeasures,
        };
  }

  async write({ projectId, rows, digest, at, measures }: LearningMeasures): Promise<void> {
    const values = { row_count: rows, digest, measured_at: at, document: JSON.stringify(measures) };
    await this.tables
      .insertInto('readiness_learning')
      .values({ project_id: projectId, ...values })
      .onConflict((conflict) => conflict.column('project_id').doUpdateSet(values))
      .execute();
  }

  private get tables() {
    return this.database.of<ReadinessTables>();
  }
}
