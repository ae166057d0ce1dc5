import { type FeatureOptions, hashFeatures } from './hash-features.js';

const options: FeatureOptions = {
  wordNgramMax: 2,
  charNgramMin: 2,
  charNgramMax: 3,
  hashBits: 18,
  textUnitsMax: 1000,
  charUnitsMax: 100,
};

const wordsOnly: FeatureOptions = { ...options, charUnitsMax: 0 };

describe('hashing a text into n-grams', () => {
  it('counts each word and each pair of neighbours', () => {
    const { buckets, counts } = hashFeatures('late late card', wordsOnly);
    // late (twice), card, late late, late card
    expect(buckets).toHaveLength(4);
    expect([...counts].sort()).toEqual([1, 1, 1, 2]);
  });

  it('keeps word buckets below those of characters, all ascending', () => {
    const words = hashFeatures('where is my card', wordsOnly).buckets;
    const all = hashFeatures('where is my card', options).buckets;
    expect([...all.slice(0, words.length)]).toEqual([...words]);
    expect(all.slice(words.length).every((bucket) => bucket >= 2 ** 18 && bucket < 2 ** 19)).toBe(true);
    expect([...all]).toEqual([...all].sort((left, right) => left - right));
  });

  it('pads a word once on each side and never crosses into the next', () => {
    // ' a', 'a ', ' a ' for the one word; nothing for the seam.
    const one = hashFeatures('a', options).buckets.filter((bucket) => bucket >= 2 ** 18);
    const two = hashFeatures('a a', options).buckets.filter((bucket) => bucket >= 2 ** 18);
    expect(one).toHaveLength(3);
    expect([...two]).toEqual([...one]);
  });

  it.each([
    ['case', 'ÜBERWEISUNG Nach Zürich', 'überweisung nach zürich'],
    ['composed and decomposed letters', 'cafe\u0301', 'caf\u00e9'],
    ['full-width forms', 'ＡＴＭ １２', 'atm 12'],
    ['punctuation', 'Where, is... my card?!', 'where is my card'],
  ])('sees no difference in %s', (_what, left, right) => {
    expect(hashFeatures(left, options)).toEqual(hashFeatures(right, options));
  });

  it.each([
    ['Cyrillic', 'где моя карта', 'где мой перевод'],
    ['Han without spaces', '我的卡在哪里', '我的转账在哪里'],
    ['Devanagari with vowel signs', 'मेरा कार्ड', 'मेरा खाता'],
    ['emoji', 'thanks 😀', 'thanks 😡'],
  ])('tells texts in %s apart and finds what they share', (_what, left, right) => {
    const first = hashFeatures(left, options).buckets;
    const second = new Set(hashFeatures(right, options).buckets);
    expect(first.some((bucket) => second.has(bucket))).toBe(true);
    expect(first.some((bucket) => !second.has(bucket))).toBe(true);
  });

  it.each([[''], ['   '], ['?!…']])('finds nothing in %j', (text) => {
    expect(hashFeatures(text, options).buckets).toHaveLength(0);
  });

  it('reads no further than the caps', () => {
    const head = 'one two three ';
    const tail = 'zebra '.repeat(1000);
    const capped = { ...options, textUnitsMax: head.length };
    expect(hashFeatures(head + tail, capped)).toEqual(hashFeatures(head, capped));
    const shortChars = { ...options, charUnitsMax: 11 };
    const charBuckets = (text: string) => hashFeatures(text, shortChars).buckets.filter((bucket) => bucket >= 2 ** 18);
    expect([...charBuckets(head + tail)]).toEqual([...charBuckets(head)]);
  });
});
