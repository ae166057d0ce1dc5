// A service of one's own in a temporary folder, for as long as a terminal command needs it.
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { freePort } from './bench/bench-tools.client.js';
import { until } from './openward-api.client.js';

const startPatienceMs = 60_000;

export interface OwnServiceOptions {
  readonly environment: Record<string, string>;
  /** Kept between starts; made and removed here when left out. */
  readonly folder?: string;
  /** The built entry of the service; beside this file when left out. */
  readonly main?: string;
}

export class OwnService {
  private constructor(
    readonly url: string,
    /** Null when the folder held a store with tokens already. */
    readonly adminToken: string | null,
    readonly folder: string,
    private readonly child: ChildProcess,
    private readonly isOwnFolder: boolean,
  ) {}

  static async start({ environment, folder: given, main: entry }: OwnServiceOptions): Promise<OwnService> {
    const folder = given ?? mkdtempSync(join(tmpdir(), 'openward-own-'));
    const port = await freePort();
    const main = entry ?? fileURLToPath(new URL('../main.js', import.meta.url));
    const child = spawn(process.execPath, ['--enable-source-maps', main], {
      env: { ...process.env, OPENWARD_DATA_DIRECTORY: folder, PORT: String(port), ...environment },
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    let said = '';
    child.stderr.on('data', (chunk: Buffer) => {
      said += chunk.toString('utf8');
    });
    const url = `http://127.0.0.1:${port}`;
    await until('the service to be ready', startPatienceMs, async () => {
      if (child.exitCode !== null) {
        throw new Error(`The service ended while it started:\n${said}`);
      }
      const isReady = await fetch(`${url}/health/ready`).then(
        (answer) => answer.ok,
        () => false,
      );
      return isReady && said.includes('listens at') ? true : null;
    });
    const token = /owd_[0-9a-z]+_[0-9a-f]+/.exec(said)?.[0] ?? null;
    return new OwnService(url, token, folder, child, given === undefined);
  }

  /** Ends it as a machine does that loses power. */
  async kill(): Promise<void> {
    await this.end('SIGKILL');
  }

  async stop(): Promise<void> {
    await this.end('SIGTERM');
    if (this.isOwnFolder) {
      rmSync(this.folder, { recursive: true, force: true });
    }
  }

  private async end(signal: NodeJS.Signals): Promise<void> {
    if (this.child.exitCode === null && this.child.signalCode === null) {
      const gone = new Promise((resolve) => this.child.once('exit', resolve));
      this.child.kill(signal);
      await gone;
    }
  }
}
