import { clusteredError } from './clustered-error.js';

describe('the clustered standard error', () => {
  it('is wider where the scores of a cluster agree', () => {
    const error = clusteredError([
      [1, 1, 0],
      [0, 0],
      [1, 1, 1],
    ]);
    expect(error).toMatchObject({ mean: 0.625, n: 8, clusters: 3 });
    expect(error?.standardError).toBeCloseTo(0.1829813, 7);
    expect(error?.clusteredStandardError).toBeCloseTo(0.220497, 6);
    expect(error?.sandwichStandardError).toBeCloseTo(0.2107928, 7);
    expect(error?.designEffect).toBeCloseTo((0.220497 / 0.1829813) ** 2, 4);
  });

  it('is the ordinary one when every cluster holds one score', () => {
    const error = clusteredError([[1], [0], [0], [1], [-1]]);
    expect(error?.clusteredStandardError).toBeCloseTo(error?.standardError ?? Number.NaN, 12);
    expect(error?.designEffect).toBeCloseTo(1, 12);
  });

  it('is narrower, never negative, where the scores of a cluster cancel', () => {
    const error = clusteredError([
      [1, -1],
      [1, -1],
      [-1, 1],
    ]);
    expect(error?.sandwichStandardError).toBe(0);
    expect(error?.clusteredStandardError).toBeGreaterThan(0);
    expect(error?.clusteredStandardError).toBeLessThan(error?.standardError ?? 0);
  });

  it('is not known of one score, nor of none', () => {
    expect(clusteredError([[1]])).toMatchObject({
      standardError: null,
      clusteredStandardError: null,
      designEffect: null,
    });
    expect(clusteredError([[], []])).toBeNull();
  });

  it('has no design effect where all scores are the same', () => {
    expect(clusteredError([[1, 1], [1]])).toMatchObject({ clusteredStandardError: 0, designEffect: null });
  });

  it('refuses a score that is no number', () => {
    expect(() => clusteredError([[Number.NaN]])).toThrow(RangeError);
  });
});
