import { between, frameOf, shortNumber, ticksOf } from './scale';

describe('the ticks of an axis', () => {
  it('are round numbers that lie within it', () => {
    expect(ticksOf(0, 100, 5)).toEqual([0, 20, 40, 60, 80, 100]);
    expect(ticksOf(13, 47, 4)).toEqual([20, 30, 40]);
  });

  it('do not show how computers add', () => {
    expect(ticksOf(0, 0.5, 5)).toEqual([0, 0.1, 0.2, 0.3, 0.4, 0.5]);
  });

  it('are never many more than asked for, however large the numbers', () => {
    const counts = [1, 3, 7, 1e3, 123_456, 1e9].map((high) => ticksOf(0, high, 4).length);
    expect(Math.max(...counts)).toBeLessThanOrEqual(5);
    expect(Math.min(...counts)).toBeGreaterThanOrEqual(2);
  });

  it('are the one value where the axis has no length', () => {
    expect(ticksOf(7, 7, 4)).toEqual([7]);
    expect(ticksOf(7, Number.NaN, 4)).toEqual([7]);
  });
});

describe('a scale', () => {
  it('goes straight from one end to the other, upwards on a screen too', () => {
    const y = between([0, 200], [300, 100]);
    expect([y(0), y(100), y(200)]).toEqual([300, 200, 100]);
  });

  it('without a length puts everything at its beginning', () => {
    expect(between([5, 5], [10, 90])(5)).toBe(10);
  });
});

describe('an axis', () => {
  it('names large numbers in little room', () => {
    expect([shortNumber(950), shortNumber(1200), shortNumber(3_000_000)]).toEqual(['950', '1.2k', '3m']);
  });

  it('has room inside of its picture', () => {
    const { width, height, left, right, top, bottom } = frameOf(320, 160);
    expect([width - left - right > 0, height - top - bottom > 0]).toEqual([true, true]);
  });
});
