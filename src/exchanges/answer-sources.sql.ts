import { Inject, Injectable } from '@nestjs/common';
import { Database } from '../platform/database/database.sql.js';
import { type AnswerSource, AnswerSources } from './answer-sources.js';
import type { ExchangeTables } from './exchange-tables.js';

@Injectable()
export class SqlAnswerSources extends AnswerSources {
  constructor(@Inject(Database) private readonly database: Database) {
    super();
  }

  async of(projectId: string): Promise<readonly AnswerSource[]> {
    const rows = await this.database
      .of<ExchangeTables>()
      .selectFrom('exchanges')
      .select((is) => [
        'vendor',
        is.fn.coalesce('model_served', 'model_asked').as('model'),
        'terms_version',
        is.fn.countAll<number>().as('calls'),
        is.fn.max('at').as('last_at'),
      ])
      .where('project_id', '=', projectId)
      .where('route', '=', 'incumbent')
      .where('outcome', '=', 'ok')
      .where('path', '=', '/chat/completions')
      .groupBy(['vendor', (is) => is.fn.coalesce('model_served', 'model_asked'), 'terms_version'])
      .orderBy('vendor')
      .orderBy('model')
      .execute();
    return rows.map((row) => ({
      vendor: row.vendor,
      model: row.model,
      termsVersion: row.terms_version,
      calls: Number(row.calls),
      lastAt: Number(row.last_at),
    }));
  }
}
