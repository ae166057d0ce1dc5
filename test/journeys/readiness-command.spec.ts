// The checks without a service, as a pipeline runs them: what is printed, what is written, and the exit code.
import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { demoPhrases } from '../../src/terminal/demo/demo-phrases.js';

const command = join(__dirname, '../../dist/terminal/readiness.command.js');

describe('npm run readiness', () => {
  const folder = mkdtempSync(join(tmpdir(), 'openward-terminal-'));
  const rows = join(folder, 'rows.jsonl');
  const recipe = join(folder, 'recipe.yaml');

  beforeAll(() => {
    if (!existsSync(command)) {
      throw new Error('These tests run the built command: run `npm run build` first, or `npm test`, which does.');
    }
    writeFileSync(
      rows,
      demoPhrases(600, 5)
        .map((phrase) => `${JSON.stringify(phrase)}\n`)
        .join(''),
    );
    writeFileSync(recipe, 'epochs: 3\nmax_seq_length: 1024\n');
  });

  afterAll(() => rmSync(folder, { recursive: true }));

  function run(...words: string[]): Promise<{ code: number; out: string; err: string }> {
    return new Promise((resolve) => {
      execFile(process.execPath, [command, ...words], { maxBuffer: 64 * 1024 * 1024 }, (error, out, err) =>
        resolve({ code: typeof error?.code === 'number' ? error.code : 0, out, err }),
      );
    });
  }

  it('writes the set pass as a job for Spark, into an empty folder only', async () => {
    const spark = join(folder, 'spark');
    const { out } = await run(rows, '--spark', spark, '--no-learn', '--json');
    expect(JSON.parse(out)).toMatchObject({ projectId: 'files', verdict: expect.stringMatching(/\w+/) });
    expect(readdirSync(spark).sort()).toEqual(['README.md', 'facts', 'run_set_pass.py', 'set_pass.sql']);
    expect(readdirSync(join(spark, 'facts')).length).toBeGreaterThan(0);
    expect(readFileSync(join(spark, 'set_pass.sql'), 'utf8')).toContain('-- result: train');
    const again = await run(rows, '--spark', spark, '--no-learn');
    expect([again.code, again.out]).toEqual([64, '']);
  }, 120_000);

  it('names settings that are gone, alone too, and fails for them', async () => {
    const { code, err } = await run('--lint-recipe', recipe, '--framework', 'trl');
    expect([code, err]).toEqual([1, expect.stringContaining(`${recipe}:2: max_seq_length`)]);
    expect((await run('--lint-recipe', recipe, '--framework', 'axolotl')).code).toBe(0);
    expect((await run('--lint-recipe', recipe, '--framework', 'keras')).code).toBe(64);
  }, 60_000);

  it.each([
    ['nothing to check', []],
    ['a tokeniser that is not there', ['ROWS', '--tokenisers', 'FOLDER', '--target', 'own/model']],
    ['a tokeniser of no model', ['ROWS', '--tokenisers', 'FOLDER']],
    ['benchmarks that are not there', ['ROWS', '--benchmarks', 'FOLDER/absent']],
    ['a recipe that there is not', ['ROWS', '--recipe', 'alchemy']],
  ])(
    'takes %s for wrong use',
    async (_what, words) => {
      const told = words.map((word) => word.replace('ROWS', rows).replace('FOLDER', folder));
      const { code, out, err } = await run(...told);
      expect([code, out]).toEqual([64, '']);
      expect(err).not.toMatch(/ at .+:\d+:\d+/);
    },
    60_000,
  );
});
