// The embedded engine: one SQLite file, WAL, synchronous=FULL, so that an acknowledged commit survives power loss.
// One process owns the file; a second one is refused by a lock that the system releases whatever happens to the first.
import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync } from '@photostructure/sqlite';
import { type Dialect, type DialectAdapter, SqliteAdapter, type SqliteDatabase, SqliteDialect } from 'kysely';
import { DiskWatch } from './disk-watch.js';

/** Thrown at start when another process holds the same file. */
export class DatabaseInUseError extends Error {}

type SqliteFile = InstanceType<typeof DatabaseSync>;
type SqliteValue = null | number | bigint | string | Uint8Array;
type Statement = ReturnType<SqliteFile['prepare']>;

const statementsKeptMax = 500;
const nothingChanged = { changes: 0, lastInsertRowid: 0 };

class CachedStatements implements SqliteDatabase {
  private readonly kept = new Map<string, { statement: Statement; reader: boolean }>();

  constructor(
    private readonly file: SqliteFile,
    private readonly lock: SqliteFile | null,
    private readonly disk: DiskWatch,
  ) {}

  close(): void {
    this.kept.clear();
    this.file.close();
    this.lock?.close();
  }

  prepare(text: string) {
    const entry = this.kept.get(text) ?? this.compile(text);
    const values = (parameters: readonly unknown[]) => parameters as SqliteValue[];
    return {
      reader: entry.reader,
      all: (parameters: readonly unknown[]) =>
        this.watched(() => entry.statement.all(...values(parameters)) as unknown[]),
      run: (parameters: readonly unknown[]) =>
        // SQLite ends a transaction whose commit has failed by itself; rolling it back again would hide why.
        text === 'rollback' && !this.file.isTransaction
          ? nothingChanged
          : this.watched(() => entry.statement.run(...values(parameters))),
      iterate: (parameters: readonly unknown[]) =>
        entry.statement.iterate(...values(parameters)) as IterableIterator<unknown>,
    };
  }

  private watched<Result>(work: () => Result): Result {
    try {
      return work();
    } catch (error) {
      this.disk.saw(error);
      throw error;
    }
  }

  private compile(text: string) {
    const statement = this.file.prepare(text);
    const entry = { statement, reader: statement.columns().length > 0 };
    if (this.kept.size >= statementsKeptMax) {
      this.kept.clear();
    }
    this.kept.set(text, entry);
    return entry;
  }
}

function takeLock(path: string): SqliteFile {
  const lock = new DatabaseSync(`${path}.lock`);
  try {
    lock.exec('PRAGMA locking_mode = EXCLUSIVE');
    lock.exec('PRAGMA journal_mode = MEMORY');
    lock.exec('BEGIN EXCLUSIVE');
  } catch (cause) {
    lock.close();
    throw new DatabaseInUseError(
      `another process is using ${path}. Stop it first, or set DATABASE_URL to a PostgreSQL database, which any number of processes may share.`,
      { cause },
    );
  }
  return lock;
}

/** For looking on while another process may own the file: takes no lock, makes no file, cannot write. */
export function sqliteReadingDialect(path: string): Dialect {
  const file = new DatabaseSync(path, { readOnly: true });
  file.exec('PRAGMA busy_timeout = 5000');
  return new SqliteDialect({ database: new CachedStatements(file, null, new DiskWatch()) });
}

/** Kysely does not use it, but SQLite rolls back made tables too: a start that was killed leaves no half of a migration. */
class WholeMigrations extends SqliteAdapter {
  override get supportsTransactionalDdl(): boolean {
    return true;
  }
}

class EmbeddedDialect extends SqliteDialect {
  override createAdapter(): DialectAdapter {
    return new WholeMigrations();
  }
}

/** @param path a file, made if absent, or `:memory:` */
export function sqliteDialect(path: string, disk: DiskWatch): Dialect {
  if (path !== ':memory:') {
    mkdirSync(dirname(path), { recursive: true });
  }
  const lock = path === ':memory:' ? null : takeLock(path);
  const file = new DatabaseSync(path);
  file.exec('PRAGMA journal_mode = WAL');
  file.exec('PRAGMA synchronous = FULL');
  file.exec('PRAGMA foreign_keys = ON');
  file.exec('PRAGMA busy_timeout = 5000');
  return new EmbeddedDialect({ database: new CachedStatements(file, lock, disk) });
}
