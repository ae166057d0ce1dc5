import fc from 'fast-check';
import { aRow } from '../../test/builders/readiness-rows.js';
import { assembleDataset, countMoved } from './assemble-dataset.js';
import type { Example } from './rows/example.js';

const salt = 'prj_one/split/1';
const fates = (rows: readonly Example[]) =>
  assembleDataset(rows, salt).rows.map((row) => [row.input, row.label, row.side, row.fate]);

describe('assembling a data set', () => {
  it('keeps the first row of a training prompt, by upload and line', () => {
    const rows = [aRow({ text: 'Hello!', line: 9 }), aRow({ text: 'hello', line: 3, label: 'no' })];
    expect(fates(rows)).toEqual([
      ['hello', 'no', 'train', 'kept'],
      ['Hello!', 'yes', 'train', 'repeated'],
    ]);
  });

  it('takes leaked prompts out of the training rows and leaves the hold-out as it is', () => {
    const rows = [aRow({ text: 'a' }), aRow({ text: 'A?', split: 'holdout', line: 2 }), aRow({ text: 'b', line: 3 })];
    expect(fates(rows)).toEqual([
      ['a', 'yes', 'train', 'leaked'],
      ['A?', 'yes', 'holdout', 'kept'],
      ['b', 'yes', 'train', 'kept'],
    ]);
  });

  it('lets an upload outrank what was captured with the same prompt', () => {
    const rows = [aRow({ text: 'a', origin: 'exchange', split: 'auto', label: 'x' }), aRow({ text: 'a', label: 'y' })];
    expect(fates(rows).map(([, label, , fate]) => [label, fate])).toEqual([
      ['y', 'kept'],
      ['x', 'outranked'],
    ]);
  });

  it('keeps repeated prompts that somebody declared as hold-out, but no identical rows', () => {
    const holdout = (line: number, label: string, originId: string) =>
      aRow({ text: 'a', split: 'holdout', line, label, originId });
    const rows = [holdout(1, 'x', 'imp_1'), holdout(2, 'y', 'imp_1'), holdout(3, 'x', 'imp_2')];
    expect(fates(rows).map(([, , , fate]) => fate)).toEqual(['kept', 'kept', 'repeated']);
  });

  const sidesOf = (rows: readonly Example[]) => new Set(assembleDataset(rows, salt).rows.map((row) => row.side));
  const many = (parts: Omit<Parameters<typeof aRow>[0], 'text'>) =>
    Array.from({ length: 40 }, (_, at) => aRow({ ...parts, text: `text ${at}`, line: at }));

  it('deals nothing to a hold-out that somebody brought', () => {
    const brought = aRow({ text: 'judge me', split: 'holdout' });
    const dealt = assembleDataset([brought, ...many({ split: 'auto' })], salt).rows;
    expect(dealt.filter((row) => row.side === 'holdout')).toHaveLength(1);
  });

  it('never lets the incumbent’s answers judge where labelled rows were imported', () => {
    expect(sidesOf([aRow({ text: 'labelled' }), ...many({ split: 'auto', origin: 'exchange' })])).toEqual(
      new Set(['train']),
    );
  });

  it('deals captured answers to both sides where there is nothing else', () => {
    expect(sidesOf(many({ split: 'auto', origin: 'exchange' }))).toEqual(new Set(['train', 'holdout']));
  });

  const someRow = fc
    .record({
      text: fc.constantFrom('a', 'A', 'b', 'c?', 'd e f', 'g'),
      label: fc.constantFrom('x', 'y'),
      split: fc.constantFrom('train', 'holdout', 'auto'),
      line: fc.nat(5),
      origin: fc.constantFrom('import', 'exchange'),
      originId: fc.constantFrom('1', '2'),
    } as const)
    .map((parts) => aRow({ ...parts, split: parts.origin === 'exchange' ? 'auto' : parts.split }));
  const someRows = fc.uniqueArray(someRow, { selector: (row) => `${row.rowKey} ${row.declaredSplit}`, maxLength: 20 });

  it('gives the same set from the same rows in any order', () => {
    fc.assert(
      fc.property(
        someRows.chain((rows) => fc.tuple(fc.constant(rows), fc.shuffledSubarray(rows, { minLength: rows.length }))),
        ([rows, shuffled]) => {
          const [one, other] = [assembleDataset(rows, salt), assembleDataset(shuffled, salt)];
          expect(other.digest).toBe(one.digest);
          expect(countMoved(one, other)).toBe(0);
        },
      ),
    );
  });

  it('never leaves a prompt on both sides, and no training prompt twice', () => {
    fc.assert(
      fc.property(someRows, (rows) => {
        const kept = assembleDataset(rows, salt).rows.filter((row) => row.fate === 'kept');
        const train = kept.filter((row) => row.side === 'train').map((row) => row.promptKey);
        const holdout = new Set(kept.filter((row) => row.side === 'holdout').map((row) => row.promptKey));
        expect(new Set(train).size).toBe(train.length);
        expect(train.filter((prompt) => holdout.has(prompt))).toEqual([]);
      }),
    );
  });
});
