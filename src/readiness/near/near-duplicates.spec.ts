// Compared with all pairs of small random sets, drawn so that near texts are common.
import fc from 'fast-check';
import { NearIndex, nearGroups } from './near-duplicates.js';
import { jaccard, shinglesOf } from './shingles.js';

const words = ['card', 'payment', 'arrive', 'account', 'transfer', 'refund', 'exchange', 'top', 'up', 'pending'];
const base = fc.array(fc.constantFrom(...words), { minLength: 6, maxLength: 14 }).map((picked) => picked.join(' '));
const near = fc
  .tuple(base, fc.constantFrom('', ' now', ' please', 's', ' today'))
  .map(([text, tail]) => `${text}${tail}`);
const texts = fc.array(fc.oneof(near, base, fc.constantFrom('hi', 'hi there')), { maxLength: 24 });

function allPairs(list: readonly string[]): [number, number][] {
  return list.flatMap((right, at) =>
    list.slice(0, at).flatMap((left, before): [number, number][] => {
      const areShort = left.length < 20 && right.length < 20;
      const share = left === right ? 1 : areShort ? 0 : jaccard(shinglesOf(left), shinglesOf(right));
      return share >= 0.8 ? [[before, at]] : [];
    }),
  );
}

describe('near duplicates', () => {
  it('are those that comparing all pairs finds', () => {
    fc.assert(
      fc.property(texts, (list) => {
        const index = new NearIndex();
        const found = list.flatMap((text, row) => index.add(row, text).map(({ left }) => [left, row]));
        expect(found.sort()).toEqual(allPairs(list).sort());
      }),
    );
  });

  it('are counted the same in any order', () => {
    fc.assert(
      fc.property(texts, (list) => {
        const { leaders: _one, index: _two, ...forward } = nearGroups(list);
        const { leaders: _three, index: _four, ...backward } = nearGroups([...list].reverse());
        expect(backward).toEqual(forward);
      }),
    );
  });

  it('lead each cluster by its first row', () => {
    const text = 'my card has not arrived yet and i wait';
    expect([...nearGroups(['another thing altogether', text, `${text}s`, text]).leaders]).toEqual([0, 1, 1, 1]);
  });

  it('are only equal texts where both are short', () => {
    expect(nearGroups(['card arrival 1', 'card arrival 2', 'card arrival 1']).pairs).toBe(1);
  });

  it('compare long texts by words, where characters would make strangers alike', () => {
    const long = (seed: number) => Array.from({ length: 300 }, (_, at) => words[(at * seed + (at % 7)) % 10]).join(' ');
    expect(jaccard(shinglesOf(long(3)), shinglesOf(long(7)))).toBeLessThan(0.2);
    expect(nearGroups([long(3), `${long(3)} indeed`]).pairs).toBe(1);
  });

  it('say so when a flood of templates was not compared whole', () => {
    const flood = Array.from(
      { length: 400 },
      (_, at) => `please pay invoice ${at} within fourteen days of this notice or call`,
    );
    expect(nearGroups(flood).index.complete).toBe(false);
  });
});
