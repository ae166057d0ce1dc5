import { learnFeatureSpace, weighText } from './feature-space.js';
import { type FeatureOptions, hashFeatures } from './hash-features.js';

const options: FeatureOptions = {
  wordNgramMax: 1,
  charNgramMin: 2,
  charNgramMax: 2,
  hashBits: 16,
  textUnitsMax: 1000,
  charUnitsMax: 0,
};
const hash = (text: string) => hashFeatures(text, options);
const texts = ['card late', 'card lost', 'card stolen'].map(hash);

describe('the feature space', () => {
  it('weighs a word that every row has less than one that a single row has', () => {
    const space = learnFeatureSpace(texts, options, 100);
    const common = space.featureOfBucket[hash('card').buckets[0] ?? 0] ?? -1;
    const rare = space.featureOfBucket[hash('late').buckets[0] ?? 0] ?? -1;
    expect(space.idf[common]).toBeCloseTo(1, 6);
    expect(space.idf[rare]).toBeCloseTo(Math.log(4 / 2) + 1, 6);
  });

  it('gives every text length one, with one block and with two', () => {
    const both = { ...options, charUnitsMax: 100 };
    for (const choice of [options, both]) {
      const hashed = ['card late', 'card lost'].map((text) => hashFeatures(text, choice));
      const space = learnFeatureSpace(hashed, choice, 1000);
      const { values } = weighText(hashFeatures('card late late', choice), space);
      expect(values.reduce((sum, value) => sum + value * value, 0)).toBeCloseTo(1, 5);
    }
  });

  it('leaves out what no training row had', () => {
    const space = learnFeatureSpace(texts, options, 100);
    expect(weighText(hash('unheard of'), space).features).toHaveLength(0);
    expect(weighText(hash('card unheard of'), space).features).toHaveLength(1);
  });

  it('drops the rarest first when there is no room for all', () => {
    const space = learnFeatureSpace(texts, options, 3);
    expect([...space.buckets]).toEqual([...hash('card').buckets]);
  });
});
