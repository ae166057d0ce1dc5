import { Inject, Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { Database } from '../../platform/database/database.sql.js';
import type { ReadinessTables } from '../readiness-tables.js';
import { type RowOrigin, RowOrigins } from './row-origins.js';

@Injectable()
export class SqlRowOrigins extends RowOrigins {
  constructor(@Inject(Database) private readonly database: Database) {
    super();
  }

  async of(projectId: string): Promise<readonly RowOrigin[]> {
    const importId = sql<string | null>`case when origin = 'import' then origin_id end`;
    const model = this.modelNamed();
    const rows = await this.database
      .of<ReadinessTables>()
      .selectFrom('examples')
      .select((is) => ['origin', importId.as('import_id'), model.as('model'), is.fn.countAll<number>().as('rows')])
      .where('project_id', '=', projectId)
      .where('withdrawn_at', 'is', null)
      .groupBy(['origin', importId, model])
      .orderBy('origin')
      .orderBy(importId)
      .orderBy(model)
      .execute();
    return rows.map((row) => ({
      origin: row.origin as RowOrigin['origin'],
      importId: row.import_id,
      model: row.model,
      rows: Number(row.rows),
    }));
  }

  private modelNamed() {
    return this.database.engine === 'sqlite'
      ? sql<string | null>`json_extract(extras, '$.traits.model')`
      : sql<string | null>`extras::jsonb -> 'traits' ->> 'model'`;
  }
}
