import { PairMerges } from './pair-merges.js';

const [a, b, c, ab, bc, abc] = [1, 2, 3, 4, 5, 6];

function merged(pairs: readonly number[], ids: readonly number[]): number[] {
  const joined = [...ids];
  new PairMerges(Uint16Array.from(pairs)).merge(joined);
  return joined;
}

describe('joining pairs of tokens', () => {
  it('joins the pair that was learnt first, wherever it stands', () => {
    expect(merged([b, c, bc, a, b, ab], [a, b, c])).toEqual([a, bc]);
    expect(merged([a, b, ab, b, c, bc], [a, b, c])).toEqual([ab, c]);
  });

  it('joins the leftmost of equal pairs, and goes on with what came of it', () => {
    expect(merged([a, a, ab], [a, a, a])).toEqual([ab, a]);
    expect(merged([a, b, ab, ab, c, abc], [a, b, c, a, b, c])).toEqual([abc, abc]);
  });

  it('leaves alone what no pair is for', () => {
    expect(merged([], [a, b])).toEqual([a, b]);
    expect(merged([a, b, ab], [])).toEqual([]);
    expect(merged([a, b, ab], [b, a])).toEqual([b, a]);
  });

  it('tells one pair from all others, the highest ids too', () => {
    const pairs = Array.from({ length: 300 }, (_, at) => [65_535 - at, at, 1_000 + at]);
    const table = pairs.flat();
    for (const [left = 0, right = 0, joined] of pairs) {
      expect(merged(table, [left, right])).toEqual([joined]);
      expect(merged(table, [right, left])).toEqual([right, left]);
    }
  });

  it('refuses a table in which two tokens are joined in two ways', () => {
    expect(() => merged([a, b, ab, a, b, abc], [])).toThrow('the tokens 1 and 2 are joined twice');
  });
});
