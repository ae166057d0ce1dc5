import { createHash } from 'node:crypto';
import fc from 'fast-check';
import {
  addLooked,
  foundIn,
  type HalvedSample,
  halvedSampleMax,
  isTaken,
  mergeHalved,
  startHalved,
} from './halved-sample.js';

const keyOf = (number: number) => createHash('sha256').update(String(number)).digest('hex');
const rowOf = (number: number) =>
  ({ rowKey: keyOf(number), origin: 'import', originId: 'imp', line: number, input: `row ${number}` }) as const;
const rows = Array.from({ length: 20_000 }, (_, number) => rowOf(number));

function sampleOf(some: readonly ReturnType<typeof rowOf>[], isFound: (line: number) => boolean): HalvedSample {
  return some.reduce(
    (sample, row) => (isTaken(sample, row.rowKey) ? addLooked(sample, row, isFound(row.line) ? 'S06' : null) : sample),
    startHalved(),
  );
}

const third = (line: number) => line % 3 === 0;

describe('a sample that is halved when it grows too large', () => {
  it('holds all rows of a small set', () => {
    const sample = sampleOf(rows.slice(0, halvedSampleMax), third);
    expect([sample.rows, foundIn(sample).total]).toEqual([halvedSampleMax, Math.ceil(halvedSampleMax / 3)]);
  });

  it('holds between half and all of its room of a large set, chosen by their keys', () => {
    const sample = sampleOf(rows, third);
    expect(sample.rows).toBeGreaterThan(halvedSampleMax / 3);
    expect(sample.rows).toBeLessThanOrEqual(halvedSampleMax);
    const left = rows.filter(({ rowKey }) => isTaken(sample, rowKey));
    expect(left.length).toBe(sample.rows);
    expect(foundIn(sample).total).toBe(left.filter(({ line }) => third(line)).length);
  });

  it('is the same whatever the order and the segments', () => {
    const whole = sampleOf(rows, third);
    fc.assert(
      fc.property(fc.array(fc.nat({ max: rows.length }), { maxLength: 4 }), fc.boolean(), (cuts, isBackward) => {
        const places = [0, ...cuts.sort((one, other) => one - other), rows.length];
        const segments = places.slice(1).map((to, at) => rows.slice(places[at], to));
        const ordered = isBackward ? segments.map((segment) => [...segment].reverse()).reverse() : segments;
        const merged = ordered.map((segment) => sampleOf(segment, third)).reduce(mergeHalved, startHalved());
        expect(merged).toEqual(whole);
      }),
      { numRuns: 10 },
    );
  });

  it('is not empty where nearly all rows are the same', () => {
    const same = Array.from({ length: 2 * halvedSampleMax }, () => rowOf(1));
    const sample = sampleOf(same, () => true);
    expect([sample.rows, foundIn(sample).total]).toEqual([same.length, same.length]);
    expect(mergeHalved(sampleOf(rows.slice(2, 7), third), sample)).toEqual(
      sampleOf([...same, ...rows.slice(2, 7)], (line) => line === 1 || third(line)),
    );
  });
});
