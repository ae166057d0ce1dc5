import { makeEstimate } from './estimate.js';

const sound = { value: 0.5, low: 0.4, high: 0.6, confidence: 0.95, n: 100, method: 'wilson/1' };

describe('an estimate', () => {
  it('is kept as it was measured', () => {
    expect(makeEstimate(sound)).toEqual(sound);
  });

  it.each([
    ['a value that is no number', { value: Number.NaN }],
    ['an endless limit', { high: Number.POSITIVE_INFINITY }],
    ['limits upside down', { low: 0.7 }],
    ['certainty', { confidence: 1 }],
    ['no unit behind it', { n: 0 }],
    ['a fraction of a unit', { n: 1.5 }],
  ])('is refused with %s', (_what, flaw) => {
    expect(() => makeEstimate({ ...sound, ...flaw })).toThrow(RangeError);
  });
});
