import { describe, expect, it } from '@jest/globals';
import { KeptShingles } from './kept-shingles.js';

const shinglesOfText = (text: number) => Float64Array.from([text, text + 0.5]);

describe('shingles of the texts compared last', () => {
  it('are made once for a text', () => {
    const kept = new KeptShingles();
    let made = 0;
    const make = (text: number) => {
      made += 1;
      return shinglesOfText(text);
    };
    expect([...kept.of(7, make), ...kept.of(7, make)]).toEqual([7, 7.5, 7, 7.5]);
    expect(made).toBe(1);
  });

  it('are not mixed up with those of a text that takes the same place', () => {
    const kept = new KeptShingles();
    const far = 7 + (1 << 20);
    const [one, other] = [kept.of(7, shinglesOfText), kept.of(far, shinglesOfText)];
    expect([...one, ...other]).toEqual([7, 7.5, far, far + 0.5]);
    expect([...kept.of(7, shinglesOfText)]).toEqual([7, 7.5]);
  });

  it('of two long texts stand side by side whatever was there before', () => {
    const kept = new KeptShingles();
    const long = (text: number) => new Float64Array(100_000).fill(text);
    for (let text = 0; text < 20; text += 2) {
      kept.makeRoom();
      const [one, other] = [kept.of(text, long), kept.of(text + 1, long)];
      expect([one.at(0), one.at(-1), other.at(0), other.at(-1)]).toEqual([text, text, text + 1, text + 1]);
    }
  });

  it('of a text that is too long to keep are given all the same', () => {
    const kept = new KeptShingles();
    expect(kept.of(1, () => new Float64Array(400_000).fill(3)).length).toBe(400_000);
    expect([...kept.of(2, shinglesOfText)]).toEqual([2, 2.5]);
  });
});
