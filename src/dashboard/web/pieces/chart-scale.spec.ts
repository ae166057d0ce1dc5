import { numberInWords, rangeOf, timesInWords } from './chart-scale';

const dayS = 86_400;
const firstS = Date.parse('2026-11-25T00:00:00Z') / 1000;

describe('the axes of a chart', () => {
  it('name days where there is one value a day, and nothing between them', () => {
    const times = [firstS, firstS + dayS];
    expect(timesInWords([firstS, firstS + dayS / 2, firstS + dayS], times)).toEqual(['Nov 25', '', 'Nov 26']);
  });

  it('name months where the picture is longer than a year, be it with a single mark', () => {
    const january = Date.parse('2025-01-01T00:00:00Z') / 1000;
    expect(timesInWords([january], [firstS - 900 * dayS, firstS])).toEqual(['Jan 2025']);
  });

  it('name seconds where the picture is short', () => {
    expect(timesInWords([firstS + 5], [firstS + 1, firstS + 20])[0]).toMatch(/^\d\d:\d\d:05$/);
  });

  it('reach from zero to above the most, and below zero where values are', () => {
    expect(rangeOf(20, 100)).toEqual([0, 108]);
    const [low, high] = rangeOf(-0.6, 0);
    expect([low < -0.6, high]).toEqual([true, 0]);
  });

  it('have a height where nothing is known or all is zero', () => {
    expect([rangeOf(null, null), rangeOf(0, 0)]).toEqual([
      [0, 1],
      [0, 1],
    ]);
  });

  it('write a minus that is one', () => {
    expect(numberInWords(-0.25)).toBe('−0.25');
  });
});
