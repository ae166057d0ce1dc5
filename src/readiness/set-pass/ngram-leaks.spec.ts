import fc from 'fast-check';
import { NgramLeaks } from './ngram-leaks.js';

const words = (from: number, count: number) => Array.from({ length: count }, (_, at) => `w${from + at}`);
const text = (...parts: string[][]) => parts.flat().join(' ');

describe('runs of words that held-out texts share', () => {
  it('are thirteen words long, no shorter', () => {
    const leaks = new NgramLeaks();
    leaks.hold(7, text(words(0, 40)));
    expect(leaks.compare(text(words(5, 12), words(900, 30)))).toBe(false);
    expect(leaks.compare(text(words(800, 9), words(5, 13), words(900, 3)))).toBe(true);
    expect(leaks.counts()).toEqual({ texts: 1, shared: [7], mostlyCovered: 0 });
  });

  it('are not looked for in texts of fewer than 26 words', () => {
    const leaks = new NgramLeaks();
    leaks.hold(1, text(words(0, 25)));
    expect([leaks.isEmpty, leaks.compare(text(words(0, 25)))]).toEqual([true, false]);
  });

  it('prove a copy when one text covers more than half, not when several do together', () => {
    const together = new NgramLeaks();
    together.hold(1, text(words(0, 40)));
    together.compare(text(words(0, 20)));
    together.compare(text(words(20, 20)));
    expect(together.counts().mostlyCovered).toBe(0);
    together.compare(text(words(10, 21)));
    expect(together.counts().mostlyCovered).toBe(1);
  });

  it('prove no copy where more than 64 held-out texts have them: it is a phrase of the form', () => {
    const leaks = new NgramLeaks();
    for (let at = 0; at < 70; at += 1) {
      leaks.hold(at, text(words(0, 20), words(1_000 * (at + 1), 10)));
    }
    leaks.compare(text(words(0, 20)));
    expect([leaks.counts().shared.length, leaks.counts().mostlyCovered]).toEqual([70, 0]);
  });

  it('are those that comparing the words themselves finds', () => {
    const word = fc.constantFrom('a', 'b', 'c');
    const some = fc.array(word, { minLength: 3, maxLength: 12 });
    const runsOf = (list: readonly string[]) =>
      new Set(Array.from({ length: list.length - 2 }, (_, at) => list.slice(at, at + 3).join(' ')));
    fc.assert(
      fc.property(some, some, (held, other) => {
        const leaks = new NgramLeaks({ runWords: 3, textWordsMin: 3 });
        leaks.hold(0, held.join(' '));
        const expected = [...runsOf(other)].some((run) => runsOf(held).has(run));
        expect(leaks.compare(other.join(' '))).toBe(expected);
      }),
    );
  });

  it('are found in texts of thousands of words', () => {
    const leaks = new NgramLeaks();
    leaks.hold(0, text(words(0, 3_000)));
    expect(leaks.compare(text(words(9_000, 4_000), words(2_980, 13)))).toBe(true);
  });
});
