import fc from 'fast-check';
import { wordDiff } from './word-diff.js';

const said = (left: string, right: string) =>
  wordDiff(left, right).map(({ word, side }) => `${side === 'both' ? '' : side === 'left' ? '-' : '+'}${word}`);

describe('two texts word by word', () => {
  it('marks what only one of them says', () => {
    expect(said('where is my card', 'where was my new card')).toEqual(['where', '-is', '+was', 'my', '+new', 'card']);
  });

  it('takes an empty text for what it is', () => {
    expect(said('', 'a b')).toEqual(['+a', '+b']);
    expect(said('', '')).toEqual([]);
  });

  it('gives each text back', () => {
    const text = fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 12 });
    fc.assert(
      fc.property(text, text, (left, right) => {
        const words = wordDiff(left.join(' '), right.join(' '));
        expect(words.filter(({ side }) => side !== 'right').map(({ word }) => word)).toEqual(left);
        expect(words.filter(({ side }) => side !== 'left').map(({ word }) => word)).toEqual(right);
      }),
    );
  });
});
