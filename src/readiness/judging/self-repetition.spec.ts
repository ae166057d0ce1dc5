import fc from 'fast-check';
import { mayRepeatHalf, selfRepetition } from './self-repetition.js';

const piece = fc.constantFrom('the same words again. ', 'ab', 'abcdefghij', 'x', 'another line\n', 'ж', 'q1w2e3');
const text = fc.oneof(
  fc.array(piece, { maxLength: 60 }).map((pieces) => pieces.join('')),
  fc.string({ maxLength: 300 }),
  fc.tuple(fc.string({ maxLength: 200 }), piece, fc.nat(40)).map(([free, one, times]) => free + one.repeat(times)),
);

describe('the quick test before repetition is counted', () => {
  it('never passes over a text that repeats half of itself', () => {
    fc.assert(
      fc.property(text, (said) => {
        if (selfRepetition(said) > 0.5) {
          expect(mayRepeatHalf(said)).toBe(true);
        }
      }),
      { numRuns: 3_000 },
    );
  });

  it('passes over text that says something new', () => {
    expect(mayRepeatHalf('')).toBe(false);
    expect(mayRepeatHalf('Your parcel left the warehouse on Monday and should arrive by the end of the week.')).toBe(
      false,
    );
  });

  it('looks at the beginning of a very long text', () => {
    expect(mayRepeatHalf('again and again '.repeat(2_000))).toBe(true);
  });
});
