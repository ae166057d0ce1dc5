// Load for the polling benchmark: each server is a process of its own, and so is the load generator, which asks for one
// project after another. Server and load are kept on different cores where the system can do that.
import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

export interface Target {
  readonly name: string;
  readonly port: number;
  readonly authorization: string;
}

export interface Polling {
  readonly target: Target;
  readonly ids: readonly string[];
  /** Sends the ETag along, so that every answer is a 304. */
  readonly isUnchanged: boolean;
}

const connections = 100;
const pinner = '/usr/bin/taskset';

/** The command line that runs a script on one core, or anywhere where cores cannot be chosen. */
function onCore(core: number, argv: readonly string[]): [string, string[]] {
  return existsSync(pinner) ? [pinner, ['-c', String(core), process.execPath, ...argv]] : [process.execPath, [...argv]];
}

export function startServer(argv: readonly string[], env: NodeJS.ProcessEnv): ChildProcess {
  const [command, words] = onCore(0, argv);
  return spawn(command, words, { env, stdio: ['ignore', 'ignore', 'inherit'] });
}

/** Resolves as soon as the server answers the first poll; throws when it does not within a minute. */
export async function untilAnswered({ port, authorization }: Target, id: string): Promise<void> {
  const until = Date.now() + 60_000;
  while (Date.now() < until) {
    const answer = await fetch(`http://127.0.0.1:${port}/v1/projects/${id}/status`, {
      headers: { authorization },
    }).catch(() => null);
    if (answer?.status === 200) {
      return;
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`the server at port ${port} does not answer`);
}

function archiveOf({ target, ids, isUnchanged }: Polling) {
  const headers = [
    { name: 'authorization', value: target.authorization },
    ...(isUnchanged ? [{ name: 'if-none-match', value: '"v1"' }] : []),
  ];
  const entries = ids.map((id) => ({
    request: { method: 'GET', url: `http://127.0.0.1:${target.port}/v1/projects/${id}/status`, headers },
  }));
  return { log: { entries } };
}

interface Report {
  readonly requests: { readonly average: number };
  readonly statusCodeStats: Readonly<Record<string, { readonly count: number }>>;
  readonly errors: number;
}

/** Answers per second. Throws when any answer was not the expected one: another answer would cost something else. */
export async function pollFor(polling: Polling, seconds: number, folder: string): Promise<number> {
  const archive = join(folder, 'polls.har');
  writeFileSync(archive, JSON.stringify(archiveOf(polling)));
  const generator = createRequire(import.meta.url).resolve('autocannon/autocannon.js');
  const settings = ['-c', String(connections), '-d', String(seconds), '-j', '-n', '--har', archive];
  const [command, argv] = onCore(1, [generator, ...settings, `http://127.0.0.1:${polling.target.port}`]);
  const output = await new Promise<string>((resolve, reject) => {
    execFile(command, argv, { maxBuffer: 64 * 1024 * 1024 }, (error, stdout) =>
      error ? reject(error) : resolve(stdout),
    );
  });
  const report = JSON.parse(output) as Report;
  const expected = polling.isUnchanged ? '304' : '200';
  const others = Object.keys(report.statusCodeStats).filter((status) => status !== expected);
  if (others.length > 0 || report.errors > 0) {
    throw new Error(
      `${polling.target.name} answered ${JSON.stringify(report.statusCodeStats)}, ${report.errors} errors`,
    );
  }
  return report.requests.average;
}
