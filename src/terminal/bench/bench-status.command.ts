// How near do polls come to what the machine can do? Openward beside a bare Fastify route and a bare node:http server
// with the same bodies, in interleaved rounds of one run; and Openward with 100,000 projects beside Openward with 100.
// Ratios are medians of the rounds' ratios. The last line is one JSON object.
import 'reflect-metadata';
import type { ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { writeToken } from '../../platform/auth/api-token.js';
import { openDatabase } from '../../platform/database/open-database.sql.js';
import { nothingKnown, withStanding } from '../../projects/standing/project-standing.js';
import { benchProjectId, fillWithProjects, freePort, median } from './bench-tools.client.js';
import { pollFor, startServer, type Target, untilAnswered } from './status-load.client.js';

const few = 100;
const many = 100_000;
/** So many different projects are polled in the large store; the generator keeps each request for each connection. */
const polledMax = 1000;
/** Short runs in many rounds: what else the machine does then falls on all alike. */
const rounds = Number(process.env.BENCH_ROUNDS ?? 15);
const secondsPerRun = Number(process.env.BENCH_SECONDS ?? 1);

const token = writeToken('tok_01kc0000000000000000000000', randomBytes(32).toString('hex'));
const authorization = `Bearer ${token}`;
const scriptOf = (name: string) => fileURLToPath(new URL(name, import.meta.url));

function say(text: string): void {
  process.stderr.write(`${text}\n`);
}

interface Started {
  readonly target: Target;
  readonly process: ChildProcess;
}

async function startOpenward(name: string, folder: string, count: number): Promise<Started> {
  mkdirSync(folder);
  await fillWithProjects(folder, count);
  const target = { name, port: await freePort(), authorization };
  const environment = {
    ...process.env,
    OPENWARD_DATA_DIRECTORY: folder,
    OPENWARD_AUTH_BOOTSTRAP_ADMIN_TOKEN: token,
    OPENWARD_TELEMETRY_LOG_LEVEL: 'error',
    HOST: '127.0.0.1',
    PORT: String(target.port),
  };
  return { target, process: startServer([scriptOf('../main.js')], environment) };
}

async function startBare(name: 'fastify' | 'node', bodies: string): Promise<Started> {
  const target = { name, port: await freePort(), authorization };
  const argv = [scriptOf('./bench-status-server.command.js'), name, String(target.port), bodies];
  return { target, process: startServer(argv, process.env) };
}

/** The bodies that Openward will serve, for the servers beside it. */
async function writeBodies(folder: string, file: string): Promise<void> {
  const location = { url: null, file: join(folder, 'openward.sqlite'), connectionsMax: 1, readOnly: true };
  const database = openDatabase(location);
  const rows = await database
    .of<{ projects: { id: string; status_body: string } }>()
    .selectFrom('projects')
    .select(['id', 'status_body'])
    .execute();
  await database.close();
  writeFileSync(
    file,
    JSON.stringify(Object.fromEntries(rows.map((row) => [row.id, withStanding(row.status_body, nothingKnown)]))),
  );
}

/** As many requests as for the large store, for what the generator keeps slows it down. */
const fewIds = Array.from({ length: polledMax }, (_, place) => benchProjectId(place % few));

/** Projects all over the large store. The round of warm-up is the first that anybody asks for them. */
const manyIds = Array.from({ length: polledMax }, (_, place) => benchProjectId((place * many) / polledMax));

/** Another order in each round, so that nobody always follows the same neighbour. */
function rotated<Item>(items: readonly Item[], by: number): Item[] {
  const start = by % items.length;
  return [...items.slice(start), ...items.slice(0, start)];
}

type Rates = Record<string, number[]>;

async function measure(targets: Readonly<Record<string, Target>>, folder: string): Promise<Rates> {
  const rates: Rates = {};
  for (let round = 0; round <= rounds; round += 1) {
    for (const isUnchanged of [false, true]) {
      for (const [name, target] of rotated(Object.entries(targets), round)) {
        const ids = name === 'many' ? manyIds : fewIds;
        const rate = await pollFor({ target, ids, isUnchanged }, secondsPerRun, folder);
        const key = `${name}.${isUnchanged ? 304 : 200}`;
        say(`${round === 0 ? 'warm-up' : `round ${round}`}: ${key} ${Math.round(rate)}/s`);
        if (round > 0) {
          rates[key] = [...(rates[key] ?? []), rate];
        }
      }
    }
  }
  return rates;
}

/** The median of the rounds' ratios, the lower of 200 and 304. */
function lowerRatio(rates: Rates, over: string, under: string): number {
  const ratioAt = (status: number) => {
    const below = rates[`${under}.${status}`] ?? [];
    return median((rates[`${over}.${status}`] ?? []).map((rate, round) => rate / (below[round] ?? Number.NaN)));
  };
  return Math.min(ratioAt(200), ratioAt(304));
}

function figures(rates: Rates): Record<string, number> {
  const perSecond = Object.entries(rates).map(([key, values]) => [`perSecond.${key}`, Math.round(median(values))]);
  return {
    vsFastify: lowerRatio(rates, 'openward', 'fastify'),
    vsNodeHttp: lowerRatio(rates, 'openward', 'node'),
    at100000VsAt100: lowerRatio(rates, 'many', 'openward'),
    ...Object.fromEntries(perSecond),
  };
}

const root = mkdtempSync(join(tmpdir(), 'openward-bench-'));
const started: Started[] = [];
try {
  say(`filling a store with ${few} and one with ${many} projects`);
  const small = await startOpenward('openward', join(root, 'few'), few);
  started.push(small);
  await writeBodies(join(root, 'few'), join(root, 'bodies.json'));
  started.push(
    await startBare('fastify', join(root, 'bodies.json')),
    await startBare('node', join(root, 'bodies.json')),
  );
  started.push(await startOpenward('many', join(root, 'many'), many));
  for (const { target } of started) {
    await untilAnswered(target, benchProjectId(0));
  }
  const rates = await measure(Object.fromEntries(started.map(({ target }) => [target.name, target])), root);
  process.stdout.write(`${JSON.stringify(figures(rates))}\n`);
} finally {
  for (const one of started) {
    one.process.kill('SIGTERM');
  }
  rmSync(root, { recursive: true, force: true });
}
