import fc from 'fast-check';
import { addWords, jensenShannonBits, mergeWords, wordHistogram } from './word-histogram.js';

const histogramOf = (texts: readonly string[]) => texts.reduce(addWords, wordHistogram());

describe('a histogram of words', () => {
  it('counts every word once', () => {
    expect(histogramOf(['one two three', 'four', '']).reduce((sum, count) => sum + count, 0)).toBe(4);
  });

  it('does not care where a word stands', () => {
    expect(histogramOf(['red green', 'blue'])).toEqual(histogramOf(['blue red\ngreen']));
  });

  it('is that of the words one by one, whatever parts them', () => {
    const text = fc
      .array(fc.constantFrom('red', 'Ünder', 'x', '配達', ' ', '\n', '  ', '7'))
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(text, (said) => {
        expect(histogramOf([said])).toEqual(histogramOf(said.split(/[ \n]+/)));
      }),
    );
  });

  it('ends in the same state for any cut and any order', () => {
    fc.assert(
      fc.property(fc.array(fc.lorem()), fc.array(fc.lorem()), (left, right) => {
        expect(mergeWords(histogramOf(right), histogramOf(left))).toEqual(histogramOf([...left, ...right]));
      }),
    );
  });

  it('has no distance to itself, one bit to what shares nothing with it, and none that is known to nothing', () => {
    const one = histogramOf(['alpha beta gamma']);
    expect(jensenShannonBits(one, one)).toBe(0);
    expect(jensenShannonBits(one, histogramOf(['omega']))).toBeCloseTo(1, 10);
    expect(jensenShannonBits(one, wordHistogram())).toBeNull();
  });

  it('is the same distance from both sides', () => {
    fc.assert(
      fc.property(fc.lorem(), fc.lorem(), (left, right) => {
        const [one, other] = [histogramOf([left]), histogramOf([right])];
        expect(jensenShannonBits(one, other)).toBeCloseTo(jensenShannonBits(other, one) ?? Number.NaN, 12);
      }),
    );
  });
});
