// How much does a durable advance cost beyond the commit that makes it durable, and does the start get slower with the
// number of projects? Ratios within one run; the last line is one JSON object.
import 'reflect-metadata';
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';
import { isRefusal, type Refusal } from '../../kernel/refusal.js';
import { loadConfiguration } from '../../platform/config/load-configuration.client.js';
import { Log } from '../../platform/telemetry/log.client.js';
import { CommandProject } from '../../projects/commands/command-project.service.js';
import { CreateProject } from '../../projects/create-project.service.js';
import { type RunningApplication, startApplication } from '../../start-application.client.js';
import { BareCommits } from './bare-commits.client.js';
import { benchBrief, fillWithProjects, freePort, median } from './bench-tools.client.js';

const roundsCounted = 15;
/** The first rounds warm up the compiler. */
const roundsOfWarmUp = 3;
const advancesPerRound = 100;
const projectsMany = 100_000;
const startsPerSize = 7;

const principal = { tokenId: 'tok_bench', person: 'bench', role: 'lead' as const, projects: 'all' as const };

function say(text: string): void {
  process.stderr.write(`${text}\n`);
}

function sound<Result>(result: Result | Refusal): Result {
  if (isRefusal(result)) {
    throw new Error(result.detail);
  }
  return result as Result;
}

class AdvanceBench {
  private readonly creator: CreateProject;
  private readonly commands: CommandProject;
  private keys = 0;

  constructor({ app }: RunningApplication) {
    this.creator = app.get(CreateProject, { strict: false });
    this.commands = app.get(CommandProject, { strict: false });
  }

  async create(): Promise<string> {
    const request = { brief: benchBrief, principal, requestId: 'bench', idempotencyKey: null, requestDigest: '' };
    return sound(await this.creator.run({ ...request, answer: () => '' })).projectId;
  }

  async advance(projectId: string): Promise<void> {
    this.keys += 1;
    const said = { reason: null, choice: null, ticket: null, gateRunId: null, evidenceDigest: null };
    const key = { idempotencyKey: `bench-${this.keys}`, requestDigest: 'bench', requestId: 'bench' };
    sound(await this.commands.run({ name: 'advance', principal, projectId, expectedVersion: 1, ...said, ...key }));
  }
}

/** Milliseconds per item. */
async function timed<Item>(items: readonly Item[], work: (item: Item) => Promise<void> | void): Promise<number> {
  const began = performance.now();
  for (const item of items) {
    await work(item);
  }
  return (performance.now() - began) / items.length;
}

async function measureAdvance(folder: string): Promise<Record<string, number>> {
  mkdirSync(folder);
  const environment = { OPENWARD_DATA_DIRECTORY: folder, PORT: String(await freePort()) };
  const running = await startApplication(loadConfiguration(environment).configuration, new Log('silent'));
  const bench = new AdvanceBench(running);
  const bare = await BareCommits.beside(join(folder, 'openward.sqlite'), folder);
  const advances: number[] = [];
  const commits: number[] = [];
  for (let round = 0; round < roundsOfWarmUp + roundsCounted; round += 1) {
    const ids: string[] = [];
    while (ids.length < advancesPerRound) {
      ids.push(await bench.create());
    }
    const advanceMs = await timed(ids, (id) => bench.advance(id));
    const rows = ids.map((id) => bare.rowsOf(id, `bench/${id}`));
    const commitMs = await timed(rows, (one) => bare.commit(one));
    say(
      `advance ${advanceMs.toFixed(3)} ms, bare commit of the same ${rows[0]?.length} rows ${commitMs.toFixed(3)} ms`,
    );
    if (round >= roundsOfWarmUp) {
      advances.push(advanceMs);
      commits.push(commitMs);
    }
  }
  bare.close();
  await running.stop();
  const ratios = advances.map((advanceMs, at) => advanceMs / (commits[at] ?? Number.NaN));
  return { advanceMs: median(advances), commitMs: median(commits), vsCommit: median(ratios) };
}

async function startMs(folder: string): Promise<number> {
  const port = await freePort();
  const main = fileURLToPath(new URL('../../main.js', import.meta.url));
  const env = {
    ...process.env,
    OPENWARD_DATA_DIRECTORY: folder,
    PORT: String(port),
    OPENWARD_TELEMETRY_LOG_LEVEL: 'silent',
  };
  const began = performance.now();
  const child = spawn(process.execPath, [main], { env, stdio: 'ignore' });
  const exited = new Promise((resolve) => child.once('exit', resolve));
  const isReady = () =>
    fetch(`http://127.0.0.1:${port}/health/ready`).then(
      (answer) => answer.ok,
      () => false,
    );
  while (!(await isReady())) {
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  const tookMs = performance.now() - began;
  child.kill('SIGTERM');
  await exited;
  return tookMs;
}

async function measureStart(empty: string, full: string): Promise<Record<string, number>> {
  await fillWithProjects(full, projectsMany);
  await startMs(empty);
  await startMs(full);
  const emptyTimes: number[] = [];
  const fullTimes: number[] = [];
  for (let at = 0; at < startsPerSize; at += 1) {
    emptyTimes.push(await startMs(empty));
    fullTimes.push(await startMs(full));
    say(
      `start ${emptyTimes[at]?.toFixed(0)} ms with none, ${fullTimes[at]?.toFixed(0)} ms with ${projectsMany} projects`,
    );
  }
  const startEmptyMs = median(emptyTimes);
  const startFullMs = median(fullTimes);
  return { startEmptyMs, startFullMs, startVsEmpty: startFullMs / startEmptyMs };
}

const root = mkdtempSync(join(tmpdir(), 'openward-bench-'));
try {
  const advance = await measureAdvance(join(root, 'advance'));
  const start = await measureStart(join(root, 'empty'), join(root, 'full'));
  process.stdout.write(`${JSON.stringify({ ...advance, ...start })}\n`);
} finally {
  rmSync(root, { recursive: true, force: true });
}
