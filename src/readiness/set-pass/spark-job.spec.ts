// The statements in the dialect of DuckDB give what the set pass finds; in the dialect of Spark they do where Spark is.
import { execFileSync } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { aSplitSalt, aWorkFolder, writeFactsFile } from '../../../test/builders/facts-file.js';
import { aRowFacts, rowFactsApart } from '../../../test/builders/row-facts.js';
import { duckdb } from './dialect.js';
import { DuckdbSession } from './duckdb-session.client.js';
import { exportForSpark } from './export-spark.client.js';
import { setPass } from './set-pass.client.js';
import { plainQuestion } from './set-question.js';
import { sharedRuns } from './shared-runs.js';
import { setStatements, sparkJobFiles } from './spark-job.js';

const question = { taskKind: 'closed-set classification', ...plainQuestion } as const;
const long = (at: number) => Array.from({ length: 40 }, (_, word) => `word${at}x${word}`).join(' ');
const someRows = () => [
  ...rowFactsApart(30, (at) => ({
    label: at % 3 === 0 ? 'a' : 'b',
    declaredSplit: 'auto',
    traits: { group: `g${at % 9}` },
  })),
  ...rowFactsApart(6, (at) => ({ line: 50 + at, declaredSplit: 'auto', label: 'c' })),
  aRowFacts({ input: `${long(1)} indeed`, line: 70 }),
  aRowFacts({ input: long(2).split(' ').slice(0, 14).join(' '), line: 71 }),
  ...[1, 2, 3].map((at) => aRowFacts({ input: long(at), declaredSplit: 'holdout', line: 80 + at })),
];

const python = process.env.OPENWARD_TEST_PYTHON ?? 'python3';

function hasSpark(): boolean {
  try {
    execFileSync(python, ['-c', 'import pyspark'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

describe('the set pass as a job', () => {
  const folder = aWorkFolder();
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('is made of statements of which no two have a name, and reads tables only after they were made', () => {
    const statements = setStatements(duckdb, question);
    expect(new Set(statements.map((one) => one.name)).size).toBe(statements.length);
    const tables = statements.filter((one) => one.kind === 'table').map((one) => one.name);
    for (const [at, { sql }] of statements.entries()) {
      const later = statements
        .slice(at)
        .filter((one) => one.kind === 'table')
        .map((one) => one.name);
      const read = tables.filter((name) => new RegExp(`(FROM|JOIN) ${name}\\b`).test(sql));
      expect(read.filter((name) => later.includes(name))).toEqual([]);
    }
  });

  it('has no word of one engine in the statements of the other', () => {
    const sql = sparkJobFiles(question)[0]?.text ?? '';
    expect(sql).not.toMatch(/unnest|string_split|UUID|VARCHAR|CREATE/);
    expect(sql).toMatch(/CACHE TABLE placed AS SELECT/);
  });

  it('counts shared runs as the walk over the texts does', async () => {
    const facts = await writeFactsFile(someRows(), join(folder, 'facts.parquet'));
    const { set } = await setPass({ factsFiles: [facts], question, folder: join(folder, 'work') });
    const session = await DuckdbSession.open({ folder: join(folder, 'work'), memoryMegabytes: 128, threads: 1 });
    const [counted] = await session.rows(sharedRuns(duckdb, 'facts'));
    session.close();
    const { denominator, numerator } = set.sharedNgrams;
    expect(counted).toEqual({ held_rows: denominator, shared: numerator, mostly_covered: set.mostlyCovered });
    expect([denominator, numerator, set.mostlyCovered]).toEqual([3, 2, 1]);
  });

  it('is exported with the facts, numbered', async () => {
    const facts = await writeFactsFile(someRows(), join(folder, 'more.parquet'), aSplitSalt);
    const target = join(folder, 'export');
    const written = await exportForSpark({
      factsFiles: [facts],
      question,
      folder: target,
      workFolder: join(folder, 'w2'),
    });
    expect(written).toEqual(['facts', 'set_pass.sql', 'run_set_pass.py', 'README.md']);
    const session = await DuckdbSession.open({ folder: join(folder, 'w2'), memoryMegabytes: 64, threads: 1 });
    const [counted] = await session.rows(
      `SELECT count(*) AS n, count(DISTINCT id) AS ids FROM '${target}/facts/*.parquet'`,
    );
    session.close();
    expect(counted).toEqual({ n: someRows().length, ids: someRows().length });
  });

  const onSpark = async () => {
    const facts = await writeFactsFile(someRows(), join(folder, 'spark.parquet'));
    const target = join(folder, 'spark');
    await exportForSpark({ factsFiles: [facts], question, folder: target, workFolder: join(folder, 'w3') });
    execFileSync(python, [join(target, 'run_set_pass.py'), target], { stdio: 'ignore' });
    const found = JSON.parse(readFileSync(join(target, 'findings.json'), 'utf8'));
    const { set, digest } = await setPass({ factsFiles: [facts], question, folder: join(folder, 'w4') });
    expect(found.digest).toBe(digest);
    expect(found.shared_runs[0].shared).toBe(set.sharedNgrams.numerator);
    expect(found.prompts[0].labels_differ).toBe(set.labelConflicts.numerator);
  };
  if (hasSpark()) {
    it('finds on Spark what it finds here', onSpark, 300_000);
  } else {
    it('runs nothing on Spark: let OPENWARD_TEST_PYTHON name a Python with pyspark', () =>
      expect(hasSpark()).toBe(false));
  }
});
