// The page as it is shipped, beside the compiled service. Built once for a run, and only where it is older than its source.
import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';

const root = join(import.meta.dirname, '../..');
const source = join(root, 'src/dashboard/web');
const built = join(root, 'dist/dashboard/web/index.html');
const lock = join(root, 'dist/.page-build');
const waitMs = 200;
const patienceMs = 120_000;

function newestOf(folder: string): number {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .reduce((newest, entry) => Math.max(newest, statSync(join(entry.parentPath, entry.name)).mtimeMs), 0);
}

function isFresh(): boolean {
  return existsSync(built) && statSync(built).mtimeMs >= newestOf(source);
}

/** Several specs may ask at once, each in a process of its own: one builds, the others wait for it. */
export async function ensurePage(): Promise<void> {
  const giveUpAt = Date.now() + patienceMs;
  while (!isFresh()) {
    if (takeLock()) {
      try {
        const vite = join(root, 'node_modules/vite/bin/vite.js');
        await promisify(execFile)(process.execPath, [vite, 'build', '--config', 'config/tooling/vite.config.ts'], {
          cwd: root,
        });
        return;
      } finally {
        rmSync(lock, { recursive: true, force: true });
      }
    }
    if (Date.now() > giveUpAt) {
      throw new Error(`The page is being built for too long; if nobody builds it, remove ${lock}.`);
    }
    await sleep(waitMs);
  }
}

function takeLock(): boolean {
  try {
    mkdirSync(lock);
    return true;
  } catch {
    return false;
  }
}
