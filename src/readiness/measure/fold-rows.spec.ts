import { aRowFacts, rowFactsApart } from '../../../test/builders/row-facts.js';
import { type Check, noRowMeasure } from '../check.js';
import { countMeasured } from '../judging/measured.js';
import { checksDigest, foldRows, mergeStates, RowFolder } from './fold-rows.js';

const counting: Check<number> = {
  id: 'X01',
  name: 'some.count',
  version: 1,
  question: 'How many rows are there?',
  why: 'It is asked.',
  source: 'test',
  blocking: false,
  measure: {
    start: () => 0,
    add: (rows) => rows + 1,
    merge: (left, right) => left + right,
    finish: (rows) => countMeasured({ value: rows, unit: 'rows' }),
  },
  judge: () => ({ outcome: 'pass', text: 'Counted.' }),
  remedy: 'None.',
  action: null,
};
const breaking: Check<number> = {
  ...counting,
  id: 'X02',
  measure: {
    ...counting.measure,
    add: (rows, { example }) => {
      if (example.input === 'the row that breaks it') {
        throw new TypeError('no such field');
      }
      return rows + 1;
    },
  },
};
const joining: Check<null> = {
  ...counting,
  id: 'X03',
  measure: { ...noRowMeasure, finish: () => countMeasured({ value: 0, unit: 'rows' }) },
};
const checks: readonly Check[] = [breaking, joining, counting] as readonly Check[];
const breaker = aRowFacts({ input: 'the row that breaks it' });

describe('folding rows', () => {
  it('leaves out a check that breaks, and no other', () => {
    const folded = foldRows(checks, [...rowFactsApart(3), breaker, ...rowFactsApart(2)]);
    expect(folded.broken).toEqual(new Map([['X02', 'no such field']]));
    expect(folded.states.get('X01')).toBe(6);
    expect(folded.rows).toBe(6);
  });

  it('has broken as a whole when one of its segments has', () => {
    const whole = mergeStates(checks, foldRows(checks, rowFactsApart(3)), foldRows(checks, [breaker]));
    expect(whole.broken.get('X02')).toBe('no such field');
    expect(whole.states.get('X01')).toBe(4);
  });

  it('merges with a segment without rows', () => {
    const whole = mergeStates(checks, foldRows(checks, []), foldRows(checks, rowFactsApart(3)));
    expect(whole).toEqual(foldRows(checks, rowFactsApart(3)));
  });

  it('tells what each check cost when it is given a clock, and nothing otherwise', () => {
    let nowMs = 0;
    const folder = new RowFolder(checks, () => (nowMs += 1));
    const rows = rowFactsApart(1_024);
    for (let from = 0; from < rows.length; from += 16) {
      folder.addAll(rows.slice(from, from + 16));
    }
    const { costMs, states } = folder.end();
    expect([...costMs]).toEqual([
      ['X02', 64],
      ['X01', 64],
    ]);
    expect(states.get('X01')).toBe(1_024);
    expect(foldRows(checks, rowFactsApart(2)).costMs.size).toBe(0);
  });

  it('has another digest with another version of a check', () => {
    expect(checksDigest([{ ...counting, version: 2 } as Check])).not.toBe(checksDigest([counting as Check]));
  });
});
