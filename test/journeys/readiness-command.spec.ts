// The checks without a service, as a pipeline runs them: what is printed, what is written, and the exit code.
import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ReadinessReport } from '../../src/readiness/report/readiness-report.js';
import { demoPhrases } from '../../src/terminal/demo/demo-phrases.js';
import { parquetOf } from '../builders/upload-files.js';

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
    writeFileSync(join(folder, 'report.pdf'), '%PDF-1.7');
    writeFileSync(recipe, 'epochs: 3\nmax_seq_length: 1024\n');
  });

  afterAll(() => rmSync(folder, { recursive: true }));

  interface Told {
    readonly code: number;
    readonly out: string;
    readonly err: string;
  }

  /** Words, and before them what is set in the environment. */
  function run(first?: string | Readonly<Record<string, string>>, ...rest: string[]): Promise<Told> {
    const isWord = typeof first === 'string';
    const words = isWord ? [first, ...rest] : rest;
    const env = { ...process.env, ...(isWord ? {} : first) };
    return new Promise((resolve) => {
      execFile(process.execPath, [command, ...words], { maxBuffer: 64 * 1024 * 1024, env }, (error, out, err) =>
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

  it('finds in Parquet what it finds in the same rows as lines, and prints the report alone', async () => {
    const asParquet = join(folder, 'rows.parquet');
    writeFileSync(asParquet, await parquetOf(`select * from read_json_auto('${rows}')`));
    const options = ['--target', 'llama-2-7b', '--recipe', 'trl-lora', '--json', '--lint-recipe', recipe];
    const told = async (file: string) => {
      const { code, out, err } = await run(file, ...options);
      const { verdict, findings, datasetDigest } = JSON.parse(out) as ReadinessReport;
      const same = findings.map(({ costMs: _, stateHash: __, ...finding }) => finding);
      return { code, err, verdict, datasetDigest, same };
    };
    const found = await told(asParquet);
    expect(found).toEqual(await told(rows));
    expect(found.err).toContain(`${recipe}:2: max_seq_length`);
  }, 120_000);

  it('says on standard error why a file holds no rows, and judges it all the same', async () => {
    const empty = join(folder, 'empty.jsonl');
    writeFileSync(empty, '');
    const { code, out, err } = await run(empty);
    expect([code, err]).toEqual([1, 'empty.jsonl: The file holds no rows.\n']);
    expect(out).toContain('Verdict: fail');
  }, 60_000);

  it('names the line of a row that cannot be read', async () => {
    const faulty = join(folder, 'faulty.jsonl');
    writeFileSync(faulty, `${readFileSync(rows, 'utf8')}{"text":\n`);
    expect((await run(faulty, '--no-learn')).out).toContain('faulty.jsonl:601 The line is not valid JSON.');
  }, 60_000);

  it('never gives a failure that nobody foresaw for a verdict on the data', async () => {
    const { code, out, err } = await run({ TMPDIR: join(folder, 'absent') }, rows);
    expect([code, out]).toEqual([3, '']);
    expect(err).toMatch(/^Measuring broke, so nothing is known of the data: Error: ENOENT/);
  }, 60_000);

  it.each([
    ['nothing to check', [], /Name the file/],
    ['two files', ['ROWS', 'ROWS'], /one file or folder .* --holdout/],
    ['an option that there is not', ['ROWS', '--split', 'train'], /no option --split; there are --holdout, --format, /],
    ['an option without its value', ['ROWS', '--target'], /--target needs a value: model to be trained/],
    ['a file that is not there', ['FOLDER/absent.jsonl'], /absent\.jsonl is not there/],
    ['a hold-out that is not there', ['ROWS', '--holdout', 'FOLDER/absent'], /--holdout .*absent is not there/],
    ['a folder without pictures', ['FOLDER'], /folder without pictures, so name one file; JSONL, /],
    ['a file of a foreign kind', ['FOLDER/report.pdf'], /report\.pdf is a PDF document; JSONL, .* are read/],
    ['a target that there is not', ['ROWS', '--target', 'llama-9'], /--target knows no llama-9; .* llama-2, .*qwen3/],
    ['a recipe that there is not', ['ROWS', '--recipe', 'alchemy'], /--recipe knows no alchemy; .* trl-lora, /],
    ['a format that there is not', ['ROWS', '--format', 'xml'], /--format knows no xml; .* auto, csv, /],
    ['a task that there is not', ['ROWS', '--task', 'magic'], /--task knows no magic; .*generation/],
    ['a policy that there is not', ['ROWS', '--policy', 'lax'], /--policy knows no lax; .* default, fast, strict/],
    ['a length that is no number', ['ROWS', '--sequence', '4k'], /--sequence is a whole number above 0, not 4k/],
    ['no threads', ['ROWS', '--threads', '0'], /--threads is a whole number above 0, not 0/],
    ['a page in no folder', ['ROWS', '--html', 'FOLDER/absent/page.html'], /--html .*page\.html cannot be written/],
    [
      'a tokeniser that is not there',
      ['ROWS', '--tokenisers', 'FOLDER', '--target', 'own/model'],
      /no tokenizer\.json/,
    ],
    ['a tokeniser of no model', ['ROWS', '--tokenisers', 'FOLDER'], /--tokenisers .* needs --target/],
    ['benchmarks that are not there', ['ROWS', '--benchmarks', 'FOLDER/absent'], /--benchmarks .*absent is not there/],
  ])(
    'takes %s for wrong use, and says so in one sentence',
    async (_what, words, said) => {
      const told = words.map((word) => word.replace('ROWS', rows).replace('FOLDER', folder));
      const { code, out, err } = await run(...told);
      expect([code, out]).toEqual([64, '']);
      expect(err).toMatch(said);
      expect(err.trimEnd().split('\n')).toHaveLength(1);
      expect(err).not.toMatch(/ at .+:\d+:\d+/);
    },
    60_000,
  );
});
