// Opens the store that the configuration names and brings its schema up to date.
import { type Dialect, Kysely, type Migration, Migrator } from 'kysely';
import { Database } from './database.sql.js';
import { DiskWatch } from './disk-watch.js';
import { postgresDialect } from './postgres-engine.sql.js';
import { sqliteDialect, sqliteReadingDialect } from './sqlite-engine.sql.js';

export interface DatabaseLocation {
  /** `postgres://…`, or null for the embedded file. */
  readonly url: string | null;
  /** Path of the embedded file; `:memory:` in tests. */
  readonly file: string;
  readonly connectionsMax: number;
  /** Looks on without writing; the embedded file may then belong to another process, and must exist. */
  readonly readOnly?: boolean;
}

function embeddedDialect({ file, readOnly }: DatabaseLocation, disk: DiskWatch): Dialect {
  return readOnly === true ? sqliteReadingDialect(file) : sqliteDialect(file, disk);
}

export function openDatabase(location: DatabaseLocation): Database {
  const engine = location.url === null ? 'sqlite' : 'postgres';
  const disk = new DiskWatch();
  const dialect =
    location.url === null
      ? embeddedDialect(location, disk)
      : postgresDialect(location.url, location.connectionsMax, location.readOnly);
  return new Database(engine, new Kysely<unknown>({ dialect }), disk);
}

/**
 * Applies the migrations that are missing, each in its own transaction, in the order of their names.
 * Throws when the store holds a migration that this build does not know: it was written by a newer one.
 */
export async function migrate(database: Database, migrations: Readonly<Record<string, Migration>>): Promise<string[]> {
  const migrator = new Migrator({
    db: database.of<unknown>(),
    provider: { getMigrations: () => Promise.resolve({ ...migrations }) },
  });
  const { error, results } = await migrator.migrateToLatest();
  if (error !== undefined) {
    const reason = error instanceof Error ? error.message : JSON.stringify(error);
    const why = /previously executed migration .* is missing/.test(reason)
      ? ' It was written by a newer version of Openward.'
      : '';
    throw new Error(`the store's schema could not be brought up to date: ${reason}.${why}`, { cause: error });
  }
  return (results ?? []).filter((one) => one.status === 'Success').map((one) => one.migrationName);
}
