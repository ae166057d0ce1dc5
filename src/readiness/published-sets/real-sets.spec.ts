// The numbers of two public data sets, which an independent program found. The files are not part of the project: name the
// directory that holds `banking77/` and `gsm8k/` in OPENWARD_TEST_DATA to run this.
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { aWorkFolder, writeFactsFile } from '../../../test/builders/facts-file.js';
import { aRowFacts } from '../../../test/builders/row-facts.js';
import { judged } from '../../../test/builders/set-context.js';
import { balanceChecks } from '../checks/balance/balance-checks.js';
import { duplicateChecks } from '../checks/duplicates/duplicate-checks.js';
import { leakageChecks } from '../checks/leakage/leakage-checks.js';
import { selfRepetition } from '../judging/self-repetition.js';
import { ListShelf, NearSearch } from '../near/near-search.js';
import { normalText } from '../rows/normal-form.js';
import type { RowFacts } from '../rows/row-facts.js';
import { NgramLeaks } from '../set-pass/ngram-leaks.js';
import { type SetPassResult, setPass } from '../set-pass/set-pass.client.js';
import { plainQuestion } from '../set-pass/set-question.js';

const directory = process.env.OPENWARD_TEST_DATA ?? '';
const isThere = (file: string) => directory !== '' && existsSync(join(directory, file));

interface Labelled {
  readonly text: string;
  readonly category: string;
}

const readBanking = (file: string) =>
  parse(readFileSync(join(directory, 'banking77', file)), { columns: true }) as Labelled[];
const readLines = (file: string) =>
  readFileSync(join(directory, 'gsm8k', file), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));

/** Near texts at one bound; equal texts of one side are one text, as in the set pass. */
function search(train: readonly (readonly [string, string])[], test: readonly string[], jaccardMin: number) {
  const near = new NearSearch(new ListShelf(), train.length + test.length);
  const labels = new Map<string, number>();
  const put = (texts: Map<string, number>, [text, label]: readonly [string, string], isHeldOut: boolean) => {
    const normal = normalText(text);
    const known = texts.get(normal) ?? near.addText(normal, { isHeldOut });
    texts.set(normal, known);
    labels.set(label, labels.get(label) ?? labels.size);
    near.addRow(known, { label: labels.get(label) ?? -1, isKept: true });
  };
  const [trainTexts, testTexts] = [new Map<string, number>(), new Map<string, number>()];
  for (const row of train) {
    put(trainTexts, row, false);
  }
  for (const text of test) {
    put(testTexts, [text, ''], true);
  }
  const { counts, nearest, complete } = near.search(jaccardMin);
  const nearTestRows = [...nearest.keys()].reduce((sum, text) => sum + near.rowsOf(text), 0);
  return { ...counts, nearTestRows, complete };
}

const compareBanking = () => {
  const rows = (file: string, declaredSplit: 'train' | 'holdout') =>
    readBanking(`${file}.csv`).map(({ text, category }, at) =>
      aRowFacts({ input: text, label: category, line: at + 2, originId: `imp_${file}`, declaredSplit }),
    );
  let facts: RowFacts[];
  let passed: SetPassResult;
  const folder = aWorkFolder();
  const context = () => ({ set: passed.set, near: passed.near, taskKind: 'closed-set classification' }) as const;
  const judge = (id: string) => {
    const check = [...balanceChecks, ...duplicateChecks, ...leakageChecks].find((one) => one.id === id);
    return check === undefined ? null : judged(check, facts, context());
  };

  beforeAll(async () => {
    facts = [...rows('train', 'train'), ...rows('test', 'holdout')];
    const factsFiles = [await writeFactsFile(facts, join(folder, 'facts.parquet'))];
    const question = { taskKind: 'closed-set classification', ...plainQuestion } as const;
    passed = await setPass({ factsFiles, question, folder: join(folder, 'work') });
  }, 240_000);
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('has 77 classes of 35 to 187 training rows, 2 below 50 and 11 below 100, and 40 test rows each', () => {
    const counts = passed.set.classes.map((one) => one.deliveredTrain).sort((left, right) => left - right);
    expect([counts.length, counts[0], counts[38], counts.at(-1)]).toEqual([77, 35, 127, 187]);
    expect([50, 100].map((limit) => counts.filter((rowCount) => rowCount < limit).length)).toEqual([2, 11]);
    expect(new Set(passed.set.classes.map((one) => one.keptHoldout))).toEqual(new Set([40]));
    expect(judge('B01')?.outcome).toBe('pass');
    expect(judge('B01')?.text).toContain('ratio 5.343, normalised entropy 0.992');
  });

  it('repeats 31 training prompts, holds out 25 that are in the training set, and labels one twice', () => {
    expect(passed.set.exactDuplicates.numerator).toBe(0);
    expect(passed.set.repeatedPrompts).toMatchObject({ numerator: 31, denominator: 10_003 });
    expect(passed.set.leakedExactly).toMatchObject({ numerator: 25, denominator: 3_080 });
    expect(passed.set.labelConflicts.numerator).toBe(1);
    expect(passed.set.labelConflicts.sample.kept.map(({ row }) => normalText(row.excerpt))).toEqual([
      'has my top up gone through',
      'has my top up gone through',
    ]);
    expect([judge('U01')?.outcome, judge('L01')?.outcome, judge('B09')?.outcome]).toEqual(['pass', 'pass', 'warn']);
  });

  it('has 194 near pairs, 336 rows in clusters of at most six, 182 removable, 6 pairs across labels', () => {
    expect(passed.near).toMatchObject({
      pairs: 194,
      crossLabelPairs: 6,
      rowsInClusters: 336,
      removableTrainRows: 182,
      largestCluster: 6,
      nearHoldoutRows: 151,
      nearHoldoutRowsLeft: 129,
      complete: true,
    });
    expect([judge('U03')?.outcome, judge('L02')?.outcome]).toEqual(['pass', 'warn']);
  });

  it('keeps 9,947 training rows and all test rows', () => {
    expect([passed.trainRows, passed.holdoutRows, passed.set.movedRows]).toEqual([9_947, 3_080, 0]);
  });

  it.each([
    [0.9, { pairs: 58, crossLabelPairs: 2, rowsInClusters: 114, removable: 58, largestCluster: 3, nearTestRows: 37 }],
    [
      0.8,
      { pairs: 194, crossLabelPairs: 6, rowsInClusters: 336, removable: 182, largestCluster: 6, nearTestRows: 151 },
    ],
    // All pairs: 612, 33, 958, 552, 6 and 378. Bands miss one pair in 612 here, as theory says they may.
    [
      0.7,
      { pairs: 611, crossLabelPairs: 33, rowsInClusters: 956, removable: 551, largestCluster: 6, nearTestRows: 376 },
    ],
  ])(
    'at a Jaccard share of %d: %j',
    (jaccardMin, expected) => {
      const train = readBanking('train.csv').map(({ text, category }) => [text, category] as const);
      const test = readBanking('test.csv').map(({ text }) => text);
      expect(search(train, test, jaccardMin)).toEqual({ ...expected, complete: true });
    },
    240_000,
  );
};

const compareGsm = () => {
  const questions = (file: string): string[] => readLines(file).map((row) => String(row.question));

  it.each([
    [0.5, 3],
    [0.7, 2],
    [0.8, 0],
  ])(
    'has at a Jaccard share of %d %d test questions near a training question',
    (jaccardMin, near) => {
      const train = questions('train.jsonl').map((text) => [text, text] as const);
      const found = search(train, questions('test.jsonl'), jaccardMin);
      expect(found.nearTestRows).toBe(near);
      if (jaccardMin >= 0.7) {
        expect(found.pairs).toBe(jaccardMin === 0.7 ? 15 : 2);
      }
    },
    240_000,
  );

  it.each([
    [8, 80],
    [10, 9],
    [13, 3],
  ])('shares runs of %d words with the training questions in %d test questions', (runWords, shared) => {
    const leaks = new NgramLeaks({ runWords, textWordsMin: runWords });
    for (const [at, text] of questions('test.jsonl').entries()) {
      leaks.hold(at, normalText(text));
    }
    for (const text of questions('train.jsonl')) {
      leaks.compare(normalText(text));
    }
    expect(leaks.counts().shared).toHaveLength(shared);
  });

  it('finds that the questions of the model solutions are the test set', () => {
    const leaks = new NgramLeaks();
    const solved = readLines('example_model_solutions.jsonl').map((row) => normalText(String(row.question)));
    for (const [at, text] of questions('test.jsonl').entries()) {
      leaks.hold(at, normalText(text));
    }
    for (const text of solved) {
      leaks.compare(text);
    }
    const { texts, shared, mostlyCovered } = leaks.counts();
    expect([shared.length, mostlyCovered]).toEqual([texts, texts]);
  });

  it('has 36 worked answers above a repetition of one half, and models 126, of which 9 are above 0.8 and wrong', () => {
    const above = (texts: readonly string[], limit: number) => texts.filter((text) => selfRepetition(text) > limit);
    const worked = readLines('train.jsonl').map((row) => String(row.answer));
    expect([above(worked, 0.5).length, above(worked, 0.8).length]).toEqual([36, 0]);
    const models = ['6b_finetuning', '6b_verification', '175b_finetuning', '175b_verification'];
    const answers = readLines('example_model_solutions.jsonl').flatMap((row) => models.map((model) => row[model]));
    expect(
      above(
        answers.map((answer) => answer.solution),
        0.5,
      ),
    ).toHaveLength(126);
    const loops = answers.filter((answer) => selfRepetition(answer.solution) > 0.8);
    expect([loops.length, loops.filter((answer) => answer.is_correct).length]).toEqual([9, 0]);
  });
};

if (isThere('banking77/train.csv') && isThere('gsm8k/train.jsonl')) {
  describe('banking77', compareBanking);
  describe('GSM8K', compareGsm);
} else {
  it('compares nothing with public sets: OPENWARD_TEST_DATA names no directory that holds them', () => {
    expect(directory === '' || !isThere('banking77/train.csv') || !isThere('gsm8k/train.jsonl')).toBe(true);
  });
}
