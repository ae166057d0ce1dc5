// The engine for many processes: PostgreSQL through a pool. 64-bit integers come back as numbers: ours are
// milliseconds, counts and nano-dollars below 2^53.
import { type Dialect, PostgresDialect } from 'kysely';
import pg from 'pg';

const int8TypeId = 20;
pg.types.setTypeParser(int8TypeId, Number);

const readOnlyOption = '-c default_transaction_read_only=on';

/** @param url `postgres://user:password@host:port/database` */
export function postgresDialect(url: string, connectionsMax: number, readOnly = false): Dialect {
  const pool = new pg.Pool({
    connectionString: url,
    max: connectionsMax,
    connectionTimeoutMillis: 5000,
    ...(readOnly && { options: readOnlyOption }),
  });
  // A connection that breaks while idle is replaced by the pool; without a listener it would end the process.
  pool.on('error', () => undefined);
  return new PostgresDialect({ pool });
}
