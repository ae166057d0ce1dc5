import { setTimeout } from 'node:timers/promises';
import pg from 'pg';
import { describeOnEachDatabase } from '../../test/harness/each-database.js';
import { createTestDatabase } from '../../test/harness/postgres.js';
import { allMigrations } from '../migrations/all-migrations.sql.js';
import type { Database } from '../platform/database/database.sql.js';
import { migrate, openDatabase } from '../platform/database/open-database.sql.js';
import { positionOfEntry } from './feed-event.js';
import { type FeedPosition, feedStart } from './feed-position.js';
import { SqlFeedStore } from './feed-store.sql.js';

const idAt = (place: number) => `prj_01kc${String(place).padStart(22, '0')}`;
const event = JSON.stringify({ name: 'project.edited', actor: { person: 'ada', role: 'lead', tokenId: null } });

async function add(database: Database, rows: { place: number; version: number; epoch: number; at?: number }[]) {
  const values = rows.map(({ place, version, epoch, at = 1000 }) => ({
    project_id: idAt(place),
    version,
    feed_epoch: epoch,
    at,
    actor: 'ada',
    name: 'project.edited',
    event,
    previous_hash: '',
    hash: '',
  }));
  await database
    .of<{ project_history: (typeof values)[number] }>()
    .insertInto('project_history')
    .values(values)
    .execute();
}

async function readAll(store: SqlFeedStore, after: FeedPosition, limit = 100): Promise<string[]> {
  const seen: string[] = [];
  let position = after;
  for (;;) {
    const { epoch: beforeEpoch } = await store.end();
    const found = await store.read({ after: position, beforeEpoch, projects: 'all', sinceMs: null, limit });
    seen.push(...found.map(({ entry }) => `${Number(entry.projectId.slice(-4))}.v${entry.version}`));
    const last = found[found.length - 1];
    if (last === undefined) {
      return seen;
    }
    position = positionOfEntry(last);
  }
}

describeOnEachDatabase('the feed', (stores) => {
  it('is ordered by epoch, project and version, page by page', async () => {
    const database = await stores.open();
    const store = new SqlFeedStore(database);
    await add(database, [
      { place: 2, version: 1, epoch: 1 },
      { place: 1, version: 1, epoch: 2 },
      { place: 1, version: 2, epoch: 3 },
      { place: 3, version: 1, epoch: 3 },
    ]);
    expect(await readAll(store, feedStart, 1)).toEqual(['2.v1', '1.v1', '1.v2', '3.v1']);
    expect(await store.end()).toEqual({ epoch: 4, projectId: '', version: 0 });
  });

  it('ends where it begins while it is empty', async () => {
    expect(await new SqlFeedStore(await stores.open()).end()).toEqual({ epoch: 1, projectId: '', version: 0 });
  });

  it('shows only the projects asked for, from the given time on', async () => {
    const database = await stores.open();
    const store = new SqlFeedStore(database);
    await add(database, [
      { place: 1, version: 1, epoch: 1, at: 10 },
      { place: 2, version: 1, epoch: 2, at: 20 },
      { place: 1, version: 2, epoch: 3, at: 30 },
    ]);
    const whole = { after: feedStart, beforeEpoch: 9, limit: 10 };
    const of = async (projects: 'all' | string[], sinceMs: number | null) =>
      (await store.read({ ...whole, projects, sinceMs })).map(({ entry }) => entry.at);
    expect(await of([idAt(1)], null)).toEqual([10, 30]);
    expect(await of('all', 20)).toEqual([20, 30]);
    expect(await of([], null)).toEqual([]);
  });
});

const turnsMax = 400;

describe('the feed under transactions that commit out of order', () => {
  // Two writers take their numbers in one order and commit in the other. A reader who sees the second must not be
  // led past the first.
  it('never passes by a slow transaction', async () => {
    const made = await createTestDatabase();
    const database = openDatabase({ url: made.url, file: '', connectionsMax: 2 });
    await migrate(database, allMigrations);
    const store = new SqlFeedStore(database);
    const slow = new pg.Client({ connectionString: made.url });
    const quick = new pg.Client({ connectionString: made.url });
    await Promise.all([slow.connect(), quick.connect()]);
    const insert = (client: pg.Client, place: number) =>
      client.query(
        `insert into project_history values ($1, 1, pg_current_xact_id()::text::bigint, 1, 'ada', 'x', $2, '', '')`,
        [idAt(place), event],
      );
    const before = await store.end();

    await slow.query('begin');
    await insert(slow, 1);
    await insert(quick, 2);
    expect(await readAll(store, before)).toEqual([]);
    expect(await store.end()).toEqual(before);

    await slow.query('commit');
    // Transactions of other databases on the same server, of other tests too, may hold the feed back for a moment.
    let seen = await readAll(store, before);
    for (let turn = 0; seen.length === 0 && turn < turnsMax; turn += 1) {
      await setTimeout(25);
      seen = await readAll(store, before);
    }
    expect(seen).toEqual(['1.v1', '2.v1']);
    await Promise.all([slow.end(), quick.end()]);
    await database.close();
    await made.drop();
  });
});
