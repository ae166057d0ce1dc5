// One PostgreSQL for all workers of a test run. The first worker that needs it starts it under a lock file; the others
// wait for its address. The end of the run stops it; a run that was killed is swept by the next one (config/tooling).
import { spawn, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { type PostgresBinaries, postgresBinaries } from './postgres-binaries.js';

/** Nobody: exists everywhere without being made. */
const unprivilegedId = 65534;
const startMsMax = 30_000;
const attemptsMax = 3;

export interface PostgresServer {
  readonly pid: number;
  readonly port: number;
  readonly password: string;
}

const runsAsRoot = () => process.getuid?.() === 0;
const asOther = () => (runsAsRoot() ? { uid: unprivilegedId, gid: unprivilegedId } : {});

function runFolder(): string {
  const folder = process.env.TEST_POSTGRES_RUN_FOLDER;
  if (folder === undefined) {
    throw new Error('the test run has no folder for PostgreSQL: run the tests with config/tooling/jest.config.cjs');
  }
  return folder;
}

export function serverUrl(server: PostgresServer, database: string): string {
  return `postgres://openward:${server.password}@127.0.0.1:${server.port}/${database}`;
}

function freePort(): Promise<number> {
  return new Promise((done, fail) => {
    const probe = createServer();
    probe.once('error', fail);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => done(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}

function makeCluster(binaries: PostgresBinaries, folder: string): { data: string; password: string } {
  const password = randomBytes(16).toString('hex');
  const data = join(folder, 'data');
  const passwordFile = join(folder, 'password');
  rmSync(data, { recursive: true, force: true });
  mkdirSync(data, { mode: 0o700 });
  writeFileSync(passwordFile, password, { mode: 0o600 });
  if (runsAsRoot()) {
    chownSync(data, unprivilegedId, unprivilegedId);
    chownSync(passwordFile, unprivilegedId, unprivilegedId);
  }
  const argv = ['-D', data, '-U', 'openward', `--pwfile=${passwordFile}`, '--auth=scram-sha-256'];
  const made = spawnSync(binaries.initdb, [...argv, '--encoding=UTF8', '--locale=C', '--no-sync'], {
    ...asOther(),
    cwd: folder,
    encoding: 'utf8',
  });
  rmSync(passwordFile, { force: true });
  if (made.status !== 0) {
    throw new Error(`PostgreSQL could not make its data folder: ${made.error?.message ?? made.stderr}`);
  }
  return { data, password };
}

async function answers(server: PostgresServer): Promise<boolean> {
  const client = new pg.Client({ connectionString: serverUrl(server, 'postgres') });
  client.on('error', () => undefined);
  try {
    await client.connect();
    await client.query('select 1');
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** Starts on a free port; null when the server ended at once, as it does when somebody else took the port meanwhile. */
async function startOnce(binaries: PostgresBinaries, cluster: { data: string; password: string }, log: string) {
  const port = await freePort();
  const settings = { listen_addresses: '127.0.0.1', unix_socket_directories: '', fsync: 'on', max_connections: '300' };
  const argv = ['-D', cluster.data, '-p', String(port)];
  for (const [name, value] of Object.entries(settings)) {
    argv.push('-c', `${name}=${value}`);
  }
  const out = openSync(log, 'a');
  const child = spawn(binaries.postgres, argv, {
    ...asOther(),
    cwd: cluster.data,
    detached: true,
    stdio: ['ignore', out, out],
  });
  let ended = false;
  child.once('exit', () => {
    ended = true;
  });
  child.once('error', () => {
    ended = true;
  });
  child.unref();
  const server = { pid: child.pid ?? 0, port, password: cluster.password };
  const giveUpAt = Date.now() + startMsMax;
  while (!ended && Date.now() < giveUpAt) {
    if (await answers(server)) {
      return server;
    }
    await sleep(20);
  }
  child.kill('SIGQUIT');
  return null;
}

async function start(folder: string): Promise<PostgresServer> {
  const binaries = postgresBinaries();
  const log = join(folder, 'postgres.log');
  const cluster = makeCluster(binaries, folder);
  for (let attempt = 0; attempt < attemptsMax; attempt += 1) {
    const server = await startOnce(binaries, cluster, log);
    if (server !== null) {
      return server;
    }
  }
  throw new Error(`PostgreSQL did not start: ${readFileSync(log, 'utf8').slice(-2000)}`);
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

/** True for the one worker that may start the server. A lock whose holder is gone is taken away. */
function takeLock(lock: string): boolean {
  try {
    writeFileSync(lock, String(process.pid), { flag: 'wx' });
    return true;
  } catch {
    const holder = Number(existsSync(lock) ? readFileSync(lock, 'utf8') : '0');
    if (holder > 0 && !isAlive(holder)) {
      rmSync(lock, { force: true });
    }
    return false;
  }
}

function publish(path: string, content: string): void {
  writeFileSync(`${path}.${process.pid}`, content, { mode: 0o600 });
  renameSync(`${path}.${process.pid}`, path);
}

/** The run's server, started if nobody has. Throws what kept it from starting, in every worker that asks. */
export async function sharedPostgres(): Promise<PostgresServer> {
  const folder = runFolder();
  mkdirSync(folder, { recursive: true });
  chmodSync(folder, 0o755);
  const address = join(folder, 'server.json');
  const failure = join(folder, 'failure.txt');
  for (;;) {
    if (existsSync(address)) {
      return JSON.parse(readFileSync(address, 'utf8')) as PostgresServer;
    }
    if (existsSync(failure)) {
      throw new Error(readFileSync(failure, 'utf8'));
    }
    if (takeLock(join(folder, 'starting.lock'))) {
      try {
        publish(address, JSON.stringify(await start(folder)));
      } catch (error) {
        publish(failure, error instanceof Error ? error.message : 'PostgreSQL did not start');
      }
    } else {
      await sleep(25);
    }
  }
}
