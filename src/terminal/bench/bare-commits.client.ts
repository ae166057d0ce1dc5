// The floor that a durable advance is measured against: the rows that it wrote, written again by the bare driver into a
// store of the same schema, in one transaction that is as durable.
import { join } from 'node:path';
import { DatabaseSync } from '@photostructure/sqlite';
import { allMigrations } from '../../migrations/all-migrations.sql.js';
import { migrate, openDatabase } from '../../platform/database/open-database.sql.js';

type SqliteFile = InstanceType<typeof DatabaseSync>;
type SqliteStatement = ReturnType<SqliteFile['prepare']>;
type Value = string | number | null;

interface WrittenRow {
  readonly table: string;
  readonly values: readonly Value[];
}

/** The rows of one project that an advance writes, and how they are found. */
const written = [
  { table: 'projects', where: 'id = ?', order: '' },
  { table: 'project_history', where: 'project_id = ?', order: 'order by version desc limit 1' },
  { table: 'gate_runs', where: 'project_id = ?', order: '' },
  { table: 'evidence', where: 'project_id = ?', order: '' },
  { table: 'deadlines', where: 'project_id = ?', order: '' },
  { table: 'idempotency_keys', where: 'scope = ?', order: '' },
];

export class BareCommits {
  private constructor(
    private readonly source: SqliteFile,
    private readonly target: SqliteFile,
    private readonly inserts: ReadonlyMap<string, SqliteStatement>,
  ) {}

  /** @param storeFile the store that the service writes; @param folder where the second one is made */
  static async beside(storeFile: string, folder: string): Promise<BareCommits> {
    const file = join(folder, 'bare.sqlite');
    const database = openDatabase({ url: null, file, connectionsMax: 1 });
    await migrate(database, allMigrations);
    await database.close();
    const source = new DatabaseSync(storeFile, { readOnly: true });
    const target = new DatabaseSync(file);
    target.exec('PRAGMA journal_mode = WAL');
    target.exec('PRAGMA synchronous = FULL');
    const inserts = written.map(({ table }) => {
      const columns = target.prepare(`select * from ${table}`).columns().length;
      const marks = Array.from({ length: columns }, () => '?').join(', ');
      return [table, target.prepare(`insert or replace into ${table} values (${marks})`)] as const;
    });
    return new BareCommits(source, target, new Map(inserts));
  }

  rowsOf(projectId: string, keyScope: string): WrittenRow[] {
    return written.flatMap(({ table, where, order }) =>
      this.source
        .prepare(`select * from ${table} where ${where} ${order}`)
        .all(table === 'idempotency_keys' ? keyScope : projectId)
        .map((row) => ({ table, values: Object.values(row as Record<string, Value>) })),
    );
  }

  commit(rows: readonly WrittenRow[]): void {
    this.target.exec('begin immediate');
    for (const { table, values } of rows) {
      this.inserts.get(table)?.run(...values);
    }
    this.target.exec('commit');
  }

  close(): void {
    this.source.close();
    this.target.close();
  }
}
