import { spawnSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { postgresBinaries } from './postgres-binaries.js';

describe('the binaries of PostgreSQL', () => {
  it('run from where they were copied to, libraries included', () => {
    const { postgres, initdb } = postgresBinaries();
    expect(spawnSync(postgres, ['--version'], { encoding: 'utf8' }).stdout).toMatch(/PostgreSQL\) 18\./);
    expect(spawnSync(initdb, ['--version'], { encoding: 'utf8' }).status).toBe(0);
  });

  it('are missed with a sentence, never skipped', () => {
    expect(() => postgresBinaries(join(tmpdir(), 'no-packages-here'))).toThrow(
      /need a real PostgreSQL.*is not installed/,
    );
  });
});
