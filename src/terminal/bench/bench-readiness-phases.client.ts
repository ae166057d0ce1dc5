// The parts of the readiness benchmark, each in a process of its own, so that none is fast or fat because of another.
import { spawnSync } from 'node:child_process';
import { closeSync, mkdirSync, openSync, readFileSync, readSync } from 'node:fs';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';
import { allMigrations } from '../../migrations/all-migrations.sql.js';
import { loadPolicies } from '../../platform/config/load-policies.client.js';
import { migrate, openDatabase } from '../../platform/database/open-database.sql.js';
import { loadThresholds } from '../../readiness/judging/load-thresholds.client.js';
import { measureFiles } from '../../readiness/measure/measure-files.client.js';
import type { ReadinessQuestion } from '../../readiness/measure/measure-question.js';
import { expectedRowsOf, passFiles } from '../../readiness/measure/pass-files.client.js';
import { NearSearch } from '../../readiness/near/near-search.js';
import { FileShelf } from '../../readiness/near/text-shelf.client.js';
import { normalText } from '../../readiness/rows/normal-form.js';
import { SqlStatusRowStore } from '../../readiness/status/status-row.sql.js';
import { targetOf } from '../../readiness/trainers/target-of.js';
import { shortPrompts } from './bench-chats.client.js';

export interface PhaseOptions {
  readonly folder: string;
  readonly chats: string;
  readonly threads: number;
  readonly looksForPrivate: boolean;
  readonly shortRows: number;
}

export interface PhaseAnswer {
  readonly seconds: number;
  /** Of all threads: what one core would take that does nothing else. */
  readonly cpuSeconds: number;
  readonly peakRssMb: number;
  readonly more: Readonly<Record<string, number | string>>;
}

export const phases = { parse, pass, whole, near, poll } as const;
export type PhaseName = keyof typeof phases;

/** Runs one part in a new process of this script and reads its answer. */
export function runPhase(script: string, name: PhaseName, options: PhaseOptions): PhaseAnswer {
  // As `npm run readiness` has it: the reading threads leave no core for helpers of the collector.
  const argv = [
    '--single-threaded-gc',
    '--enable-source-maps',
    script,
    '--phase',
    name,
    '--with',
    JSON.stringify(options),
  ];
  const done = spawnSync(process.execPath, argv, { encoding: 'utf8', maxBuffer: 1 << 24 });
  if (done.status !== 0) {
    throw new Error(`the part ${name} ended with ${done.status}: ${done.stderr.slice(0, 2_000)}`);
  }
  return JSON.parse(done.stdout.trim().split('\n').at(-1) ?? '') as PhaseAnswer;
}

export async function phaseAnswer(name: PhaseName, options: PhaseOptions): Promise<PhaseAnswer> {
  const startMs = performance.now();
  const before = process.cpuUsage();
  const { seconds, ...more } = await phases[name](options);
  const { user, system } = process.cpuUsage(before);
  const cpuSeconds = (user + system) / 1e6;
  return { seconds: seconds ?? (performance.now() - startMs) / 1_000, cpuSeconds, peakRssMb: peakRssMb(), more };
}

/** All threads of this process, by what the system kept of it. Node's own figure where there is no such file. */
function peakRssMb(): number {
  try {
    const kilobytes = /VmHWM:\s+(\d+)/.exec(readFileSync('/proc/self/status', 'utf8'))?.[1];
    return Math.round(Number(kilobytes) / 1_024);
  } catch {
    return Math.round(process.resourceUsage().maxRSS / 1_024);
  }
}

type Measured = Readonly<Record<string, number | string>> & { readonly seconds?: number };

const readBytes = 1 << 22;
const lineFeed = 10;

/** What the row pass is compared with: lines cut from the bytes and parsed, and nothing else done. */
async function parse({ chats }: PhaseOptions): Promise<Measured> {
  const file = openSync(chats, 'r');
  const buffer = Buffer.alloc(readBytes * 2);
  let [held, rows] = [0, 0];
  for (let got = readSync(file, buffer, held, readBytes, null); got > 0; ) {
    const length = held + got;
    let from = 0;
    for (let at = buffer.indexOf(lineFeed); at !== -1 && at < length; at = buffer.indexOf(lineFeed, from)) {
      JSON.parse(buffer.toString('utf8', from, at));
      from = at + 1;
      rows += 1;
    }
    buffer.copy(buffer, 0, from, length);
    held = length - from;
    buffer.fill(0, held);
    got = readSync(file, buffer, held, readBytes, null);
  }
  closeSync(file);
  return { rows };
}

const target = targetOf({ model: 'llama-2-7b', recipe: 'axolotl-lora' });
const splitSalt = 'bench/split/1';

async function pass({ chats, threads, looksForPrivate }: PhaseOptions): Promise<Measured> {
  const files = [{ path: chats, split: 'auto' as const }];
  const job = { target, splitSalt, expectedRows: await expectedRowsOf(files), looksForPrivate, factsFolder: null };
  const { fold } = await passFiles(files, job, { options: { threads }, session: null });
  const dearest = [...fold.checks.costMs].sort(([, one], [, other]) => other - one).slice(0, 12);
  const rows = fold.checks.rows;
  return { rows, dearest: dearest.map(([id, ms]) => `${id} ${((ms * 1_000) / rows).toFixed(2)} µs`).join(', ') };
}

async function whole({ chats, threads, folder }: PhaseOptions): Promise<Measured> {
  const work = join(folder, 'whole');
  mkdirSync(work);
  const files = [{ path: chats, split: 'auto' as const }];
  const { verdict, findings, trainRows, holdoutRows } = await measureFiles(files, question(), {
    folder: work,
    threads,
  });
  const broken = findings.filter(({ outcome }) => outcome === 'error').map(({ checkId }) => checkId);
  return { verdict, checks: findings.length, broken: broken.join(' '), trainRows, holdoutRows };
}

function question(): Omit<ReadinessQuestion, 'intake'> {
  const policies = loadPolicies(fileURLToPath(new URL('../../../config/policies', import.meta.url)));
  const policy = policies.named('default')?.policy;
  if (policy === undefined) {
    throw new Error('config/policies has no default');
  }
  return {
    splitSalt,
    taskKind: 'generation',
    now: Date.UTC(2026, 0, 15),
    target,
    thresholds: { written: loadThresholds().written, policy: policy.readiness },
    waivers: [],
    notPermitted: { originIds: [], models: [] },
    benchmarkTexts: [],
    production: null,
    rights: noRights,
    handed: { learningCurve: null, labelNoise: null, orderP: null, outliers: null },
    evaluation: noEvaluation,
    comparison: policy.evaluation,
    measuredDiscordance: null,
  };
}

const noRights: ReadinessQuestion['rights'] = {
  vendorTerms: [],
  licences: [],
  consent: [],
  targetLicence: null,
  regionNotes: [],
  regionKnown: false,
  staleRules: [],
  rowsWithFullProvenance: 0,
  rows: 0,
};

const noEvaluation: ReadinessQuestion['evaluation'] = {
  evaluator: null,
  judgeCalibrationRows: null,
  incumbentScore: null,
  holdoutDigestAtFirstUse: null,
  holdoutDigest: null,
  looks: 0,
};

async function near({ folder, shortRows }: PhaseOptions): Promise<Measured> {
  const shelf = new FileShelf(join(folder, 'near-texts'), shortRows);
  const startMs = performance.now();
  const search = new NearSearch(shelf, shortRows);
  const numbers = new Map<string, number>();
  for (const prompt of shortPrompts(shortRows)) {
    const normal = normalText(prompt);
    const text = numbers.get(normal) ?? search.addText(normal, { isHeldOut: false });
    numbers.set(normal, text);
    search.addRow(text, { label: 0, isKept: true });
  }
  const { counts, complete } = search.search();
  const seconds = (performance.now() - startMs) / 1_000;
  shelf.close();
  return { seconds, rows: shortRows, pairs: counts.pairs, complete: String(complete) };
}

const polls = 2_000;

/** The one row that a poll reads, from a store on the disk. */
async function poll({ folder }: PhaseOptions): Promise<Measured> {
  const database = openDatabase({ url: null, file: join(folder, 'poll.sqlite'), connectionsMax: 1, readOnly: false });
  await migrate(database, allMigrations);
  const store = new SqlStatusRowStore(database);
  const document = JSON.stringify({
    verdict: 'warn',
    findings: Array.from({ length: 90 }, (_, at) => ({ at, outcome: 'pass' })),
  });
  await store.write({ projectId: 'prj_bench', document, updatedAt: 1 });
  const tookMs: number[] = [];
  for (let turn = 0; turn < polls; turn += 1) {
    const startMs = performance.now();
    await store.read('prj_bench');
    tookMs.push(performance.now() - startMs);
  }
  await database.close();
  tookMs.sort((one, other) => one - other);
  return { p50Ms: tookMs[Math.floor(polls * 0.5)] ?? 0, p95Ms: tookMs[Math.floor(polls * 0.95)] ?? 0 };
}
