// Method: property tests against the letter of each definition; a look may find too much, and never too little.
import fc from 'fast-check';
import { selfRepetition } from '../judging/self-repetition.js';
import { isHinted, lettersIn, lookAt, mayRepeat, signsIn } from './answer-look.js';
import { refusalHints } from './refusal-phrases.js';
import { selfNamingHints } from './self-naming.js';

const around = fc.string({ maxLength: 200 });
const piece = fc.constantFrom(
  'the same words again. ',
  'ab',
  'abcdefghij',
  'x',
  'another line\n',
  'ж',
  'q1w2e3',
  '|-=',
);
const answer = fc.oneof(
  fc.array(piece, { maxLength: 120 }).map((pieces) => pieces.join('')),
  fc.string({ maxLength: 300 }),
  fc.tuple(around, piece, fc.nat(100)).map(([free, one, times]) => free + one.repeat(times)),
);

describe('a look at an answer', () => {
  it.each([
    ['refusing', refusalHints],
    ['selfNaming', selfNamingHints],
  ] as const)('misses no %s word, wherever it stands and however it is written', (list, words) => {
    fc.assert(
      fc.property(fc.constantFrom(...words), around, around, fc.boolean(), (word, before, after, isLoud) => {
        const said = isLoud ? word.replace(/[a-z]/g, (sign) => sign.toUpperCase()) : word;
        const text = `${before}${said.replaceAll(' ', isLoud ? '\n' : ' ')}${after}`;
        expect([text, isHinted(lookAt(text), list)]).toEqual([text, true]);
      }),
      { numRuns: 1_000 },
    );
  });

  it('passes over an answer without any', () => {
    const look = lookAt('Your parcel left on Monday.');
    expect((['refusing', 'selfNaming', 'leftover'] as const).filter((list) => isHinted(look, list))).toEqual([]);
  });

  it('never passes over an answer that repeats half of itself', () => {
    fc.assert(
      fc.property(answer, (said) => {
        if (selfRepetition(said) > 0.5) {
          expect(mayRepeat(lookAt(said))).toBe(true);
        }
      }),
      { numRuns: 3_000 },
    );
    expect(mayRepeat(lookAt('Your parcel left the warehouse on Monday and should arrive this week.'))).toBe(false);
  });

  it('counts the letters and signs of the beginning', () => {
    fc.assert(
      fc.property(answer, (said) => {
        const read = said.slice(0, 1_000);
        const look = lookAt(said);
        expect(lettersIn(look)).toBe(read.replace(/[^A-Za-z0-9]/g, '').length);
        expect(signsIn(look)).toBe(
          [...read].filter((sign) => /[!-~\x7f]/.test(sign) && !/[A-Za-z0-9]/.test(sign)).length,
        );
      }),
    );
  });

  it('is the same whichever answers were looked at before', () => {
    const answers = Array.from(
      { length: 40 },
      (_, at) => `${'sorry '.repeat(at % 3)}answer ${at} | ${'x'.repeat(at % 5)}`,
    );
    const alone = answers.map(lookAt);
    const again = [...answers, ...answers.slice(3, 9), ...answers].map(lookAt);
    expect(again).toEqual([...alone, ...alone.slice(3, 9), ...alone]);
  });
});
