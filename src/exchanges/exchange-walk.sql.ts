import { Inject, Injectable } from '@nestjs/common';
import { Database } from '../platform/database/database.sql.js';
import type { Exchange } from './exchange.js';
import { toExchange } from './exchange-store.sql.js';
import type { ExchangeTables } from './exchange-tables.js';
import { ExchangeWalk } from './exchange-walk.js';

@Injectable()
export class SqlExchangeWalk extends ExchangeWalk {
  constructor(@Inject(Database) private readonly database: Database) {
    super();
  }

  async after(query: { projectId: string; afterId: string; limit: number }): Promise<readonly Exchange[]> {
    const rows = await this.relied(query.projectId)
      .selectAll()
      .where('id', '>', query.afterId)
      .limit(query.limit)
      .execute();
    return rows.map(toExchange);
  }

  async ids(query: { projectId: string; fromId: string; untilId: string }): Promise<readonly string[]> {
    const rows = await this.relied(query.projectId)
      .select('id')
      .where('id', '>=', query.fromId)
      .where('id', '<=', query.untilId)
      .execute();
    return rows.map((row) => row.id);
  }

  async those(projectId: string, ids: readonly string[]): Promise<readonly Exchange[]> {
    if (ids.length === 0) {
      return [];
    }
    const rows = await this.relied(projectId)
      .selectAll()
      .where('id', 'in', [...ids])
      .execute();
    return rows.map(toExchange);
  }

  private relied(projectId: string) {
    return this.database
      .of<ExchangeTables>()
      .selectFrom('exchanges')
      .where('project_id', '=', projectId)
      .where('route', '!=', 'shadow')
      .orderBy('id');
  }
}
