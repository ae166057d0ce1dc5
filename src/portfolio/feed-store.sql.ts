// Transactions of PostgreSQL take their number when they first write and may commit in any order. Reading up to the
// oldest one still running, and no further, makes the order by number safe: what is below is finished.
import { Inject, Injectable } from '@nestjs/common';
import { type Kysely, sql } from 'kysely';
import { Database, type Within } from '../platform/database/database.sql.js';
import { type HistoryRow, historyFromRow } from '../projects/project-rows.js';
import type { FeedEntry } from './feed-event.js';
import { type FeedPosition, startOfEpoch } from './feed-position.js';
import { type FeedQuery, FeedStore } from './feed-store.js';

interface Tables {
  project_history: HistoryRow;
}

/** The first epoch after the newest settled event; for this store and for the board's snapshot. */
export async function endEpoch(where: Database | Within): Promise<number> {
  const tables = where.of<Tables>() as Kysely<Tables>;
  const newest = tables.selectFrom('project_history').select((select) => select.fn.max('feed_epoch').as('epoch'));
  const settled = sql<boolean>`feed_epoch < pg_snapshot_xmin(pg_current_snapshot())::text::bigint`;
  const row = await (where.engine === 'postgres' ? newest.where(settled) : newest).executeTakeFirst();
  return Number(row?.epoch ?? 0) + 1;
}

@Injectable()
export class SqlFeedStore extends FeedStore {
  constructor(@Inject(Database) private readonly database: Database) {
    super();
  }

  async end(): Promise<FeedPosition> {
    return startOfEpoch(await endEpoch(this.database));
  }

  async read({ after, beforeEpoch, projects, sinceMs, limit }: FeedQuery): Promise<FeedEntry[]> {
    let select = this.database
      .of<Tables>()
      .selectFrom('project_history')
      .selectAll()
      .where(sql<boolean>`(feed_epoch, project_id, version) > (${after.epoch}, ${after.projectId}, ${after.version})`)
      .where('feed_epoch', '<', beforeEpoch);
    if (projects !== 'all') {
      // Not a bare column: readers stand near the end, so the index by feed has to be walked, not each project's own.
      select = select.where(sql<string>`project_id || ''`, 'in', projects.length === 0 ? [''] : [...projects]);
    }
    if (sinceMs !== null) {
      select = select.where('at', '>=', sinceMs);
    }
    const rows = await select.orderBy('feed_epoch').orderBy('project_id').orderBy('version').limit(limit).execute();
    return rows.map((row) => ({ epoch: Number(row.feed_epoch), entry: historyFromRow(row) }));
  }
}
