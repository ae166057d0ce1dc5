import { createTestDatabase } from '../../test/harness/postgres.js';
import type { Database } from '../platform/database/database.sql.js';
import { migrate, openDatabase } from '../platform/database/open-database.sql.js';
import { spine } from './0001-spine.sql.js';
import { allMigrations } from './all-migrations.sql.js';

type Tables = Record<'examples' | 'readiness_segments' | 'imports', Record<string, unknown>>;

const aRow = (project_id: string, row_key: string) => ({
  project_id,
  row_key,
  prompt_key: 'p',
  origin: 'import',
  origin_id: 'imp_1',
  line: 2,
  declared_split: 'train',
  input: 'x',
  label: 'y',
  messages: '[]',
  created_at: 7,
});

describe.each([
  ['the embedded file', async () => ({ url: null, drop: () => Promise.resolve() })],
  ['PostgreSQL', createTestDatabase],
])('a store of before, on %s', (_name, make) => {
  let database: Database;
  let drop: () => Promise<void>;

  beforeAll(async () => {
    const made = await make();
    drop = () => made.drop();
    database = openDatabase({ url: made.url, file: ':memory:', connectionsMax: 1 });
  });

  afterAll(async () => {
    await database.close();
    await drop();
  });

  it('gets its rows into segments that are to be measured, and loses none', async () => {
    await migrate(database, { '0001-spine': spine });
    const tables = database.of<Tables>();
    const rows = [aRow('prj_one', 'a1'), aRow('prj_one', 'a2'), aRow('prj_one', 'b1'), aRow('prj_two', 'a1')];
    await tables.insertInto('examples').values(rows).execute();
    await migrate(database, allMigrations);
    const found = await tables.selectFrom('examples').selectAll().orderBy('project_id').orderBy('row_key').execute();
    expect(found.map((row) => [row.project_id, row.row_key, row.segment_id, row.kind, row.withdrawn_at])).toEqual([
      ['prj_one', 'a1', 'old_a', 'chat', null],
      ['prj_one', 'a2', 'old_a', 'chat', null],
      ['prj_one', 'b1', 'old_b', 'chat', null],
      ['prj_two', 'a1', 'old_a', 'chat', null],
    ]);
    const segments = await tables
      .selectFrom('readiness_segments')
      .selectAll()
      .orderBy('project_id')
      .orderBy('id')
      .execute();
    expect(segments.map((one) => [one.project_id, one.id, Number(one.row_count), one.measured_revision])).toEqual([
      ['prj_one', 'old_a', 2, null],
      ['prj_one', 'old_b', 1, null],
      ['prj_two', 'old_a', 1, null],
    ]);
  });
});
