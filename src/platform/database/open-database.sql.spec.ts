import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Migration, sql } from 'kysely';
import { describeOnEachDatabase } from '../../../test/harness/each-database.js';
import { allMigrations } from '../../migrations/all-migrations.sql.js';
import { DiskWatch } from './disk-watch.js';
import { migrate, openDatabase } from './open-database.sql.js';
import { DatabaseInUseError } from './sqlite-engine.sql.js';
import { Statement } from './statement.sql.js';

describe('the embedded store', () => {
  const folders: string[] = [];

  function newFile(): string {
    const folder = mkdtempSync(join(tmpdir(), 'openward-test-open-'));
    folders.push(folder);
    return join(folder, 'deep', 'openward.sqlite');
  }

  afterAll(() => {
    for (const folder of folders) {
      rmSync(folder, { recursive: true, force: true });
    }
  });

  it('is refused to a second owner while the first has it, with what to do', async () => {
    const file = newFile();
    const first = openDatabase({ url: null, file, connectionsMax: 1 });
    await first.ping();
    expect(() => openDatabase({ url: null, file, connectionsMax: 1 })).toThrow(DatabaseInUseError);
    expect(() => openDatabase({ url: null, file, connectionsMax: 1 })).toThrow(/DATABASE_URL/);
    await first.close();
    const second = openDatabase({ url: null, file, connectionsMax: 1 });
    await second.ping();
    await second.close();
  });

  it('says that the disk is full, keeps nothing of what did not fit, and takes writes again when there is room', async () => {
    const database = openDatabase({ url: null, file: newFile(), connectionsMax: 1 });
    await migrate(database, allMigrations);
    const room = (pages: number) => sql.raw(`pragma max_page_count = ${pages}`).execute(database.of<unknown>());
    const insert = new Statement('insert into leases (name, holder, until) values (?, ?, 1)');
    const write = (name: string) =>
      database.transaction(async (within) => {
        for (let at = 0; at < 200; at += 1) {
          await insert.run(within, [`${name}/${at}`, 'x'.repeat(4000)]);
        }
      });
    const disks: Error[] = [];
    database.whenDiskFails((error) => disks.push(error));
    await room(120);
    await expect(write('large')).rejects.toThrow(/full/);
    await room(100_000);
    await write('again');
    const rows = await new Statement<{ n: number }>('select count(*) as n from leases').first(database, []);
    expect(rows?.n).toBe(200);
    // Full is not broken: nothing was lost, so nobody has to start anew.
    expect(disks).toEqual([]);
    await database.close();
  });

  it('tells a failed disk from every other trouble', () => {
    const watch = new DiskWatch();
    const told: string[] = [];
    watch.whenDiskFails((error) => told.push(error.message));
    watch.saw(new Error('UNIQUE constraint failed: tokens.id'));
    watch.saw(new Error('database or disk is full'));
    watch.saw('disk I/O error');
    watch.saw(new Error('disk I/O error'));
    watch.saw(new Error('database disk image is malformed'));
    expect(told).toEqual(['disk I/O error', 'database disk image is malformed']);
  });

  it('syncs every commit to the disk', async () => {
    const database = openDatabase({ url: null, file: newFile(), connectionsMax: 1 });
    const pragma = async (name: string) => (await sql.raw(`pragma ${name}`).execute(database.of<unknown>())).rows[0];
    const full = 2;
    expect(await pragma('synchronous')).toEqual({ synchronous: full });
    expect(await pragma('journal_mode')).toEqual({ journal_mode: 'wal' });
    await database.close();
  });
});

describeOnEachDatabase('an opened store', (stores) => {
  it('is migrated once, and left as it is at the next start', async () => {
    const database = await stores.open();
    expect(await migrate(database, allMigrations)).toEqual([]);
  });

  it('is left without the half of a migration that broke off', async () => {
    const database = await stores.open();
    const half: Migration = {
      up: async (db) => {
        await sql.raw('create table half (id text)').execute(db);
        throw new Error('broke off');
      },
    };
    await expect(migrate(database, { ...allMigrations, '9999-half': half })).rejects.toThrow('broke off');
    await expect(sql.raw('select id from half').execute(database.of<unknown>())).rejects.toThrow(/half/);
    expect(await migrate(database, allMigrations)).toEqual([]);
  });

  it('refuses to be opened by a build that is older than its schema', async () => {
    const database = await stores.open();
    await expect(migrate(database, {})).rejects.toThrow(/newer version of Openward/);
  });

  it('keeps nothing of a transaction that failed, and runs what waits for the commit only after one that did not', async () => {
    const database = await stores.open();
    const insert = new Statement('insert into leases (name, holder, until) values (?, ?, ?)');
    const heard: string[] = [];
    const failing = database.transaction(async (within) => {
      within.afterCommit(() => heard.push('failed'));
      await insert.run(within, ['a', 'b', 1]);
      throw new Error('stop');
    });
    await expect(failing).rejects.toThrow('stop');
    await database.transaction(async (within) => {
      within.afterCommit(() => heard.push('saved'));
      await insert.run(within, ['c', 'd', 2]);
      expect(heard).toEqual([]);
    });
    expect(heard).toEqual(['saved']);
    expect(await new Statement<{ name: string }>('select name from leases').all(database, [])).toEqual([{ name: 'c' }]);
  });
});
