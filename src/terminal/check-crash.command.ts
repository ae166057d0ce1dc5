// Kills the service with signal 9 in the middle of many commands, several times, and looks afterwards whether anything
// that it acknowledged is gone, anything was done twice, or the history is no longer one chain. The last line on standard
// output is one JSON object; the exit code is 0 only where all holds.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { Command } from 'commander';
import { ChainCheck } from '../projects/history-entry.js';
import { type Acknowledged, CrashLane } from './crash-lane.client.js';
import { type Answered, Caller } from './openward-api.client.js';
import { OwnService } from './own-service.client.js';

interface Options {
  readonly commands: string;
  readonly kills: string;
  readonly projects: string;
}

/** After this many milliseconds at most the signal follows the command that it was due at. */
const killDelayMsMax = 12;
const environment = { OPENWARD_TELEMETRY_LOG_LEVEL: 'silent' };

function say(line: string): void {
  process.stderr.write(`${line}\n`);
}

/** The service, killed and started again on the same store; callers wait while it is down. */
class MortalService {
  private starting: Promise<OwnService>;
  private token = '';

  constructor(private readonly folder: string) {
    this.starting = this.start();
  }

  async caller(): Promise<Caller> {
    const { url, adminToken } = await this.starting;
    this.token ||= adminToken ?? '';
    return new Caller(url, this.token);
  }

  async killAndStart(): Promise<void> {
    const running = await this.starting;
    // From here on callers wait for the next one.
    this.starting = running.kill().then(() => this.start());
    await this.starting;
  }

  async stop(): Promise<void> {
    await this.starting.then(
      (running) => running.stop(),
      () => undefined,
    );
  }

  private start(): Promise<OwnService> {
    return OwnService.start({ environment, folder: this.folder });
  }
}

async function makeLanes(service: MortalService, count: number): Promise<CrashLane[]> {
  const caller = await service.caller();
  const brief = {
    owner: 'ada',
    criticality: 'low',
    policy: 'default',
    task: { kind: 'closed-set classification', description: 'Names the intent of a message.' },
    incumbent: { vendor: 'closed', model: 'closed-1' },
    candidate: { vendor: 'openward', model: 'baseline-student' },
  };
  const lanes: CrashLane[] = [];
  for (let at = 0; at < count; at += 1) {
    const { id } = await caller.call('/v1/projects', { body: { ...brief, name: `Crash ${at}` } });
    lanes.push(new CrashLane(id, () => service.caller()));
  }
  return lanes;
}

/** Gives the commands, all projects at once, and kills the service at even distances. */
async function load(service: MortalService, lanes: readonly CrashLane[], options: Options): Promise<void> {
  const commands = Number(options.commands);
  const kills = Number(options.kills);
  let given = 0;
  let killed = 0;
  let killing: Promise<void> = Promise.resolve();
  const killWhenDue = () => {
    if (killed < kills && given >= ((killed + 1) * commands) / (kills + 1)) {
      killed += 1;
      const delayMs = (killed * 7) % killDelayMsMax;
      killing = killing.then(() => sleep(delayMs)).then(() => service.killAndStart());
      // A start that fails ends the lanes, and is thrown from there.
      killing.catch(() => undefined);
      say(`killed for the ${killed}. time after ${given} of ${commands} commands`);
    }
  };
  await Promise.all(
    lanes.map(async (lane) => {
      while (given < commands) {
        given += 1;
        killWhenDue();
        await lane.step();
      }
    }),
  );
  await killing;
}

/** All that is wrong with one project, in words. */
async function faultsOf(lane: CrashLane, caller: Caller): Promise<string[]> {
  const faults: string[] = [];
  const project = await caller.call(`/v1/projects/${lane.projectId}`);
  const last = lane.acknowledged.at(-1)?.version ?? 1;
  if (project.version !== last) {
    faults.push(`version ${last} was acknowledged, ${project.version} is there`);
  }
  const check = new ChainCheck();
  let afterVersion: number | null = 0;
  while (afterVersion !== null) {
    const path = `/v1/projects/${lane.projectId}/history?limit=1000&afterVersion=${afterVersion}`;
    const page: Answered = await caller.call(path);
    for (const entry of page.entries) {
      const fault = check.next({ ...entry, at: Date.parse(entry.at), projectId: lane.projectId });
      faults.push(...(fault === null ? [] : [`history at version ${fault.version}: ${fault.reason}`]));
    }
    afterVersion = page.nextAfterVersion;
  }
  if (check.head !== project.headHash) {
    faults.push('the history does not end where the project says');
  }
  const isKept = await Promise.all(lane.acknowledged.map((one: Acknowledged) => lane.isAnsweredAsBefore(one)));
  const forgotten = isKept.filter((kept) => !kept).length;
  return forgotten === 0 ? faults : [...faults, `${forgotten} answers are not repeated to the byte`];
}

/** What the audit of the store itself says, beside the one over HTTP. */
function auditOf(folder: string): Answered {
  const script = fileURLToPath(new URL('./audit-verify.command.js', import.meta.url));
  const env = { ...process.env, OPENWARD_DATA_DIRECTORY: folder };
  const { stdout } = spawnSync(process.execPath, [script], { env, encoding: 'utf8' });
  return JSON.parse(stdout.trim().split('\n').at(-1) ?? '{}');
}

async function check(options: Options): Promise<boolean> {
  const began = performance.now();
  const folder = mkdtempSync(join(tmpdir(), 'openward-crash-'));
  const service = new MortalService(folder);
  try {
    const lanes = await makeLanes(service, Number(options.projects));
    await load(service, lanes, options);
    say('looking for what was acknowledged');
    const caller = await service.caller();
    const faults: string[] = [];
    for (const lane of lanes) {
      faults.push(...(await faultsOf(lane, caller)).map((fault) => `${lane.projectId}: ${fault}`));
    }
    const { ok: isAuditGood, entries } = auditOf(folder);
    const sum = (of: (lane: CrashLane) => number) => lanes.reduce((total, lane) => total + of(lane), 0);
    const ok = faults.length === 0 && isAuditGood === true;
    const result = {
      ok,
      acknowledged: sum((lane) => lane.acknowledged.length),
      kills: Number(options.kills),
      repeated: sum((lane) => lane.tally.repeated),
      foundDone: sum((lane) => lane.tally.foundDone),
      projects: lanes.length,
      faults,
      auditOk: isAuditGood === true,
      auditEntries: entries ?? null,
      seconds: Math.round(performance.now() - began) / 1000,
    };
    process.stdout.write(`${JSON.stringify(result)}\n`);
    return ok;
  } finally {
    await service.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

const options = new Command('check-crash')
  .description('Kills the service in the middle of commands and looks whether anything acknowledged is lost.')
  .option('--commands <number>', 'how many commands are given', '1000')
  .option('--kills <number>', 'how often the service is killed meanwhile', '6')
  .option('--projects <number>', 'how many projects they are for, all at once', '10')
  .parse()
  .opts<Options>();
try {
  process.exitCode = (await check(options)) ? 0 : 1;
} catch (error) {
  const trouble = error instanceof Error ? error.message : String(error);
  process.stdout.write(`${JSON.stringify({ ok: false, trouble })}\n`);
  process.exitCode = 1;
}
