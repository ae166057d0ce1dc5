import fc from 'fast-check';
import {
  addValue,
  binOf,
  computedBin,
  countAbove,
  emptyHistogram,
  meanOf,
  mergeHistograms,
  quantile,
} from './log-histogram.js';

const filled = (values: readonly number[]) => values.reduce(addValue, emptyHistogram());
const wholeNumbers = fc.array(fc.nat({ max: 100_000 }), { maxLength: 60 });

describe('a histogram with logarithmic bins', () => {
  it('knows nothing while it is empty', () => {
    expect(quantile(emptyHistogram(), 0.5)).toBeNull();
    expect(meanOf(emptyHistogram())).toBeNull();
    expect(countAbove(emptyHistogram(), 10)).toBe(0);
  });

  it('is within one percent of every quantile', () => {
    fc.assert(
      fc.property(
        fc.array(fc.nat({ max: 1_000_000 }), { minLength: 1 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (values, q) => {
          const exact = [...values].sort((one, other) => one - other)[Math.floor(q * (values.length - 1))] ?? 0;
          expect(Math.abs((quantile(filled(values), q) ?? Number.NaN) - exact)).toBeLessThanOrEqual(exact * 0.0100001);
        },
      ),
    );
  });

  it('ends in the same state for any cut and any order', () => {
    fc.assert(
      fc.property(wholeNumbers, wholeNumbers, (left, right) => {
        const merged = mergeHistograms(filled(right), filled(left));
        expect(merged).toEqual(filled([...left, ...right]));
      }),
    );
  });

  it('puts each whole number into the bin that its logarithm gives', () => {
    const wrong = Array.from({ length: 100_000 }, (_, at) => at + 1).filter(
      (value) => binOf(value) !== computedBin(value),
    );
    expect(wrong).toEqual([]);
  });

  it('puts what is between whole numbers into its own bin', () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-6, max: 1e12, noNaN: true }), (value) => {
        expect(binOf(value)).toBe(computedBin(value));
      }),
    );
  });

  it('does not change the histogram that is merged in', () => {
    const right = filled([1, 2, 3]);
    mergeHistograms(filled([4]), right);
    expect(right).toEqual(filled([1, 2, 3]));
  });

  it('counts what is above a limit', () => {
    const histogram = filled([0, 50, 99, 150, 200, 400]);
    expect(countAbove(histogram, 100)).toBe(3);
    expect(countAbove(histogram, 0)).toBe(5);
    expect(countAbove(histogram, 400)).toBe(0);
  });

  it('refuses what is no number', () => {
    expect(() => addValue(emptyHistogram(), Number.NaN)).toThrow(RangeError);
    expect(() => quantile(emptyHistogram(), 1.5)).toThrow(RangeError);
  });
});
