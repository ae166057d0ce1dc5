import { Inject, Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.sql.js';
import { Statement } from '../../platform/database/statement.sql.js';
import type { ReadinessTables, StatusRowTable } from '../readiness-tables.js';
import { type StatusRow, StatusRowStore } from './status-row.js';

const ofProject = new Statement<StatusRowTable>(
  'select project_id, document, updated_at from readiness_status where project_id = ?',
);

@Injectable()
export class SqlStatusRowStore extends StatusRowStore {
  constructor(@Inject(Database) private readonly database: Database) {
    super();
  }

  async read(projectId: string): Promise<StatusRow | null> {
    const row = await ofProject.first(this.database, [projectId]);
    return row === undefined
      ? null
      : { projectId: row.project_id, document: row.document, updatedAt: Number(row.updated_at) };
  }

  async write({ projectId, document, updatedAt }: StatusRow): Promise<void> {
    await this.database
      .of<ReadinessTables>()
      .insertInto('readiness_status')
      .values({ project_id: projectId, document, updated_at: updatedAt })
      .onConflict((conflict) =>
        conflict
          .column('project_id')
          .doUpdateSet({ document, updated_at: updatedAt })
          .where('readiness_status.updated_at', '<=', updatedAt),
      )
      .execute();
  }
}
