import { Inject, Injectable } from '@nestjs/common';
import { Database, type Within } from '../../platform/database/database.sql.js';
import type { LockInTables } from '../lock-in-tables.js';
import { mergeTraffic, storedTraffic } from './traffic-state.js';
import { type TrafficBatch, type TrafficCursor, type TrafficDay, TrafficStore, unreadCursor } from './traffic-store.js';

@Injectable()
export class SqlTrafficStore extends TrafficStore {
  constructor(@Inject(Database) private readonly database: Database) {
    super();
  }

  async cursor(projectId: string): Promise<TrafficCursor> {
    const row = await this.tables
      .selectFrom('lock_in_cursors')
      .selectAll()
      .where('project_id', '=', projectId)
      .executeTakeFirst();
    return row === undefined
      ? unreadCursor
      : {
          revision: Number(row.revision),
          newestId: row.newest_id,
          newestAt: Number(row.newest_at),
          firstSeenAt: JSON.parse(row.document) as Record<string, number>,
        };
  }

  async remembered(projectId: string): Promise<ReadonlySet<string>> {
    const rows = await this.tables
      .selectFrom('lock_in_seen')
      .select('exchange_id')
      .where('project_id', '=', projectId)
      .execute();
    return new Set(rows.map((row) => row.exchange_id));
  }

  add(batch: TrafficBatch): Promise<boolean> {
    return this.database.transaction(async (within) => {
      if (!(await this.moveCursor(within, batch))) {
        return false;
      }
      const { projectId, remembered, forgetBefore, days, at } = batch;
      const tables = within.of<LockInTables>();
      await tables
        .deleteFrom('lock_in_seen')
        .where('project_id', '=', projectId)
        .where('exchange_id', '<', forgetBefore)
        .execute();
      if (remembered.length > 0) {
        await tables
          .insertInto('lock_in_seen')
          .values(remembered.map((id) => ({ project_id: projectId, exchange_id: id })))
          .onConflict((conflict) => conflict.columns(['project_id', 'exchange_id']).doNothing())
          .execute();
      }
      for (const day of days) {
        await this.addDay(within, { projectId, at, ...day });
      }
      return true;
    });
  }

  async days(query: { projectId: string; fromDay: string; untilDay: string }): Promise<readonly TrafficDay[]> {
    const rows = await this.tables
      .selectFrom('lock_in_traffic')
      .select(['day', 'document'])
      .where('project_id', '=', query.projectId)
      .where('day', '>=', query.fromDay)
      .where('day', '<=', query.untilDay)
      .orderBy('day')
      .execute();
    return rows.map(({ day, document }) => ({ day, state: storedTraffic(document) }));
  }

  private async moveCursor(within: Within, { projectId, before, after }: TrafficBatch): Promise<boolean> {
    const values = {
      revision: after.revision,
      newest_id: after.newestId,
      newest_at: after.newestAt,
      document: JSON.stringify(after.firstSeenAt),
    };
    const tables = within.of<LockInTables>();
    if (before.revision === 0) {
      const inserted = await tables
        .insertInto('lock_in_cursors')
        .values({ project_id: projectId, ...values })
        .onConflict((conflict) => conflict.column('project_id').doNothing())
        .executeTakeFirst();
      return Number(inserted.numInsertedOrUpdatedRows ?? 0) === 1;
    }
    const updated = await tables
      .updateTable('lock_in_cursors')
      .set(values)
      .where('project_id', '=', projectId)
      .where('revision', '=', before.revision)
      .executeTakeFirst();
    return Number(updated.numUpdatedRows) === 1;
  }

  /** The guarded cursor lets one writer in at a time, so that reading before writing loses nothing. */
  private async addDay(within: Within, parts: TrafficDay & { projectId: string; at: number }): Promise<void> {
    const { projectId, day, state, at } = parts;
    const tables = within.of<LockInTables>();
    const known = await tables
      .selectFrom('lock_in_traffic')
      .select('document')
      .where('project_id', '=', projectId)
      .where('day', '=', day)
      .executeTakeFirst();
    const merged = known === undefined ? state : mergeTraffic(storedTraffic(known.document), state);
    const values = { document: JSON.stringify(merged), updated_at: at };
    await tables
      .insertInto('lock_in_traffic')
      .values({ project_id: projectId, day, ...values })
      .onConflict((conflict) => conflict.columns(['project_id', 'day']).doUpdateSet(values))
      .execute();
  }

  private get tables() {
    return this.database.of<LockInTables>();
  }
}
