import { pairCount, pairedTable } from './paired-table.js';

const pair = (candidateCorrect: boolean | null, incumbentCorrect: boolean | null) => ({
  candidateCorrect,
  incumbentCorrect,
});

describe('the paired table', () => {
  it('counts each pair in its cell', () => {
    const table = pairedTable([
      pair(true, true),
      pair(true, false),
      pair(false, true),
      pair(false, true),
      pair(false, false),
    ]);
    expect(table).toEqual({
      bothCorrect: 1,
      onlyCandidateCorrect: 1,
      onlyIncumbentCorrect: 2,
      bothWrong: 1,
      unjudged: 0,
    });
    expect(pairCount(table)).toBe(5);
  });

  it('leaves out a pair of which one side could not be judged', () => {
    const table = pairedTable([pair(null, true), pair(true, null), pair(null, null), pair(true, true)]);
    expect(table.unjudged).toBe(3);
    expect(pairCount(table)).toBe(1);
  });

  it.each([-1, 0.5, Number.NaN])('refuses a count of %d', (count) => {
    const counts = { bothCorrect: count, onlyCandidateCorrect: 0, onlyIncumbentCorrect: 0, bothWrong: 0 };
    expect(() => pairCount(counts)).toThrow(RangeError);
  });
});
