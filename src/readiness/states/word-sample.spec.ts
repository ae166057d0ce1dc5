import fc from 'fast-check';
import { sha256Hex } from '../../kernel/digest.js';
import { addWords, wordHistogram } from './word-histogram.js';
import {
  addSampled,
  emptyWordSample,
  mergeSamples,
  sampledTextsMax,
  sampledWords,
  type WordSample,
} from './word-sample.js';

const keys = Array.from({ length: 50_000 }, (_, at) => sha256Hex(String(at)));
const textOf = (key: string) => `word${key.slice(0, 2)} and ${key.slice(2, 4)}`;
const sampleOf = (some: readonly string[]): WordSample => {
  const sample = emptyWordSample();
  for (const key of some) {
    addSampled(sample, key, textOf(key));
  }
  return sample;
};

describe('a sample of words', () => {
  it('holds the words of all rows while they are few', () => {
    const few = keys.slice(0, 3_000);
    const words = few.reduce((histogram, key) => addWords(histogram, textOf(key)), wordHistogram());
    expect(sampledWords(sampleOf(few))).toEqual({ rows: 3_000, words });
  });

  it('holds a part of many rows, more than half of what it has room for', () => {
    const { rows, words } = sampledWords(sampleOf(keys));
    expect(rows).toBeLessThanOrEqual(sampledTextsMax);
    expect(rows).toBeGreaterThan(sampledTextsMax / 2);
    expect(words.reduce((sum, count) => sum + count, 0)).toBe(3 * rows);
  });

  it('ends in the same state for any cut and any order', () => {
    const whole = sampleOf(keys);
    fc.assert(
      fc.property(fc.integer({ min: 0, max: keys.length }), fc.boolean(), (cut, isTurned) => {
        const [one, other] = [sampleOf(keys.slice(0, cut)), sampleOf(keys.slice(cut).reverse())];
        expect(isTurned ? mergeSamples(other, one) : mergeSamples(one, other)).toEqual(whole);
      }),
      { numRuns: 10 },
    );
  });

  it('leaves the right one as it was', () => {
    const right = sampleOf(keys.slice(0, 10));
    const before = structuredClone(right);
    addSampled(mergeSamples(emptyWordSample(), right), keys[0] ?? '', 'more words');
    expect(right).toEqual(before);
  });
});
