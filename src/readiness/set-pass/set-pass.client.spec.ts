// Compared with the data set assembled in memory, on small sets drawn so that prompts repeat and leak.
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { assembleDataset } from '../../../test/builders/assemble-dataset.js';
import { aSplitSalt, aWorkFolder, writeFactsFile } from '../../../test/builders/facts-file.js';
import { aRowFacts, type RowFactsParts, rowFactsApart } from '../../../test/builders/row-facts.js';
import type { RowFate } from '../facts/set-facts.js';
import { promptKeyOf, type RowFacts } from '../rows/row-facts.js';
import type { Split } from '../rows/split-of.js';
import { setPass } from './set-pass.client.js';
import { plainQuestion, type SetQuestion } from './set-question.js';

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) {
    rmSync(folder, { recursive: true, force: true });
  }
});

async function pass(rows: readonly RowFacts[], question: Partial<SetQuestion> = {}, files = 1) {
  const folder = aWorkFolder();
  folders.push(folder);
  const size = Math.ceil(rows.length / files);
  const factsFiles = await Promise.all(
    Array.from({ length: rows.length === 0 ? 0 : files }, (_, at) =>
      writeFactsFile(rows.slice(at * size, (at + 1) * size), join(folder, `facts-${at}.parquet`)),
    ),
  );
  const asked: SetQuestion = { taskKind: 'closed-set classification', ...plainQuestion, ...question };
  return setPass({ factsFiles, question: asked, folder: join(folder, 'work') });
}

const someRow = fc
  .record({
    input: fc.constantFrom(
      'a',
      'A',
      'b',
      'c?',
      'd e f',
      'where is the new card that you sent',
      'where is the new card you sent',
    ),
    label: fc.constantFrom('x', 'y'),
    declaredSplit: fc.constantFrom('train', 'holdout', 'auto'),
    line: fc.nat(5),
    origin: fc.constantFrom('import', 'exchange'),
    originId: fc.constantFrom('1', '2'),
  } as const)
  .map(
    (parts): RowFactsParts => (parts.origin === 'exchange' ? { ...parts, declaredSplit: 'auto', line: null } : parts),
  );
const someRows = fc.uniqueArray(someRow.map(aRowFacts), {
  selector: ({ example }) => `${example.rowKey} ${example.declaredSplit} ${example.origin}`,
  minLength: 1,
  maxLength: 24,
});

describe('the set pass', () => {
  it('puts every row where assembling in memory puts it, in any order and any files', async () => {
    await fc.assert(
      fc.asyncProperty(
        someRows.chain((rows) =>
          fc.tuple(fc.shuffledSubarray(rows, { minLength: rows.length }), fc.integer({ min: 1, max: 3 })),
        ),
        async ([rows, files]) => {
          const expected = assembleDataset(
            rows.map((row) => ({ ...row.example, promptKey: promptKeyOf(row) })),
            aSplitSalt,
          );
          const { set, digest } = await pass(rows, {}, Math.min(files, rows.length));
          const count = (side: Split, fate: RowFate) =>
            expected.rows.filter((row) => row.side === side && row.fate === fate).length;
          for (const fate of ['kept', 'outranked', 'repeated', 'leaked'] as const) {
            expect([fate, set.fates[fate]]).toEqual([
              fate,
              { train: count('train', fate), holdout: count('holdout', fate) },
            ]);
          }
          expect([digest, set.movedRows, set.digestAgain]).toEqual([expected.digest, 0, digest]);
        },
      ),
      { numRuns: 25 },
    );
  }, 120_000);

  it('has nothing to say of no rows', async () => {
    const { set, near, trainRows } = await pass([]);
    expect([set.rows, trainRows, near.trainRows, set.leakedExactly.denominator]).toEqual([0, 0, 0, 0]);
  });

  it('counts repeats, other answers and conflicts of the training prompts', async () => {
    const rows = [
      ...rowFactsApart(6),
      aRowFacts({ input: 'Alpha0 beta0 gamma0 delta0 omega0!', line: 50 }),
      aRowFacts({ input: 'alpha1 beta1 gamma1 delta1 omega1', label: 'other', line: 51 }),
    ];
    const { set } = await pass(rows);
    expect(set.repeatedPrompts).toMatchObject({ numerator: 2, denominator: 8 });
    expect(set.exactDuplicates).toMatchObject({ numerator: 0, denominator: 8 });
    expect(set.rowsWithOtherAnswers).toMatchObject({ numerator: 1, denominator: 8 });
    expect(set.promptsWithSeveralAnswers).toMatchObject({ numerator: 1, denominator: 2 });
    expect(set.labelConflicts).toMatchObject({ numerator: 1, denominator: 6 });
    expect(set.labelConflicts.sample.kept).toHaveLength(2);
    expect(set.topAnswers[0]).toEqual({ rows: 7, excerpt: 'card_arrival' });
    expect(set.classes.map(({ label, deliveredTrain, keptTrain }) => [label, deliveredTrain, keptTrain])).toEqual([
      ['card_arrival', 7, 6],
      ['other', 1, 0],
    ]);
  });

  it('sees prompts, groups, examples and answers where they must not be', async () => {
    const held = { declaredSplit: 'holdout', line: 90 } as const;
    const rows = [
      ...rowFactsApart(4, (at) => ({ traits: { group: `g${at}` } })),
      aRowFacts({ ...held, input: 'ALPHA2 beta2 gamma2 delta2 omega2', traits: { group: 'g1' } }),
      aRowFacts({ ...held, line: 91, input: 'is it blue paint', label: 'blue paint' }),
      aRowFacts({
        ...held,
        line: 92,
        messages: [
          { role: 'system', content: 'Answer briefly. Example: What is two and two? Four.' },
          { role: 'user', content: 'what is two and two' },
          { role: 'assistant', content: 'four' },
        ],
      }),
    ];
    const { set } = await pass(rows);
    expect(set.leakedExactly).toMatchObject({ numerator: 1, denominator: 3 });
    expect([set.leakedStill, set.fates.leaked.train]).toEqual([0, 1]);
    expect(set.groupsOnBothSides).toMatchObject({ numerator: 1, denominator: 3 });
    expect(set.answerInPrompt).toMatchObject({ numerator: 1, denominator: 7 });
    expect(set.fewShotInHoldout).toMatchObject({ numerator: 1, denominator: 1 });
  });

  const long = (at: number) => Array.from({ length: 40 }, (_, word) => `word${at}x${word}`).join(' ');

  it('finds runs of thirteen words, copies, and questions of benchmarks', async () => {
    const run = long(0).split(' ').slice(10, 23).join(' ');
    const rows = [
      aRowFacts({ input: `${run} and then something else`, line: 1 }),
      aRowFacts({ input: `${long(1)} indeed it is`, line: 2 }),
      aRowFacts({ input: long(9), line: 3 }),
      ...[0, 1, 2].map((at) => aRowFacts({ input: long(at), declaredSplit: 'holdout', line: 90 + at })),
    ];
    const { set } = await pass(rows, { benchmarkTexts: [long(9)] });
    expect(set.sharedNgrams).toMatchObject({ numerator: 2, denominator: 3 });
    expect(set.mostlyCovered).toBe(1);
    expect(set.benchmarkNgrams).toMatchObject({ numerator: 1, denominator: 6 });
  });

  it('counts templates by masked digits and boilerplate by shared sentences', async () => {
    const rows = Array.from({ length: 40 }, (_, at) =>
      aRowFacts({ input: `Please answer in one short sentence. Where is parcel ${at}?`, line: at + 1 }),
    );
    const { set } = await pass(rows, { taskKind: 'generation' });
    expect(set.templates).toMatchObject({ distinct: 1, rows: 40 });
    expect(set.templates.top[0]?.rows).toBe(40);
    const { numerator, denominator } = set.boilerplate;
    expect(numerator / denominator).toBeGreaterThan(0.55);
    expect(set.classes).toEqual([]);
  });

  it('follows the rows from valid to trainable, each lost for the first reason that holds', async () => {
    const at = Date.UTC(2026, 0, 2, 12);
    const span = {
      kind: 'card',
      group: 'high',
      message: 0,
      call: null,
      start: 0,
      end: 4,
      valueDigest: 'x',
      confidence: 1,
    } as const;
    const special: readonly RowFactsParts[] = [
      { traits: { at, slices: { locale: 'de' } } },
      { originId: 'imp_barred' },
      { privacy: { spans: [span] } },
      { trainer: { fate: 'dropped', rule: 'r', trainableTokens: 0, cutTokens: 0, answerCut: false } },
      { traits: { finish: 'length' } },
      { traits: { accepted: false } },
    ];
    const rows = rowFactsApart(8, (row) => special[row] ?? { declaredSplit: row === 7 ? 'holdout' : 'train' });
    const { set } = await pass(rows, { notPermitted: { originIds: ['imp_barred'], models: [] } });
    expect(set.funnel).toEqual({ permitted: 6, clean: 5, inBudget: 4, trainable: 2 });
    expect(set.lost).toMatchObject({
      barred: 1,
      highPersonalData: 1,
      notLearnt: 1,
      truncated: 1,
      disliked: 1,
      heldOut: 1,
    });
    expect([set.rowsByDay, set.slices]).toEqual([{ '2026-01-02': 1 }, { locale: { de: 1 } }]);
  });

  it('shows clusters and pairs with masked excerpts', async () => {
    const text = 'please write to ada@example.org about the parcel that never came';
    const rows = [
      aRowFacts({ input: text, line: 1 }),
      aRowFacts({ input: `${text} so`, label: 'other', line: 2 }),
      aRowFacts({ input: `${text} now`, declaredSplit: 'holdout', line: 3 }),
    ];
    const { near } = await pass(rows);
    expect(near).toMatchObject({
      trainRows: 2,
      removableTrainRows: 1,
      pairs: 1,
      crossLabelPairs: 1,
      holdoutRows: 1,
      nearHoldoutRows: 1,
      nearHoldoutRowsLeft: 1,
      complete: true,
    });
    expect(near.clusters).toHaveLength(1);
    expect(near.leakPairs).toHaveLength(1);
    expect(JSON.stringify(near)).not.toContain('ada@example.org');
  });
});
