// Fresh databases on the run's real PostgreSQL, one for each spec that asks.
import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { serverUrl, sharedPostgres } from './postgres-server.js';

export interface TestDatabase {
  /** `postgres://user:password@127.0.0.1:port/name` */
  readonly url: string;
  /** Removes it, whoever is still connected. */
  drop(): Promise<void>;
}

async function runAlone(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

/** An empty database of its own. Throws a sentence where PostgreSQL cannot run. */
export async function createTestDatabase(): Promise<TestDatabase> {
  const server = await sharedPostgres();
  const name = `test_${randomBytes(6).toString('hex')}`;
  const administration = serverUrl(server, 'postgres');
  await runAlone(administration, `create database ${name}`);
  return {
    url: serverUrl(server, name),
    drop: () => runAlone(administration, `drop database if exists ${name} with (force)`),
  };
}
