// Compared with all pairs of small random sets, drawn so that near texts are common.
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { aWorkFolder } from '../../../test/builders/facts-file.js';
import { bandCount } from './minhash.js';
import { nearUnitsMin } from './near-pairs.js';
import { ListShelf, NearSearch } from './near-search.js';
import { jaccard, shinglesOf } from './shingles.js';
import { FileShelf } from './text-shelf.client.js';

const words = ['card', 'payment', 'arrive', 'account', 'transfer', 'refund', 'exchange', 'top', 'up', 'pending'];
const base = fc.array(fc.constantFrom(...words), { minLength: 6, maxLength: 14 }).map((picked) => picked.join(' '));
const near = fc
  .tuple(base, fc.constantFrom('', ' now', ' please', 's', ' today'))
  .map(([text, tail]) => `${text}${tail}`);
const texts = fc.uniqueArray(fc.oneof(near, base, fc.constantFrom('hi', 'hi there')), { maxLength: 24 });

function shareOf(left: string, right: string): number {
  const areShort = left.length < nearUnitsMin && right.length < nearUnitsMin;
  return left === right ? 1 : areShort ? 0 : jaccard(shinglesOf(left), shinglesOf(right));
}

function search(train: readonly string[], held: readonly string[] = [], rowsEach = 1) {
  const found = new NearSearch(new ListShelf(), train.length + held.length);
  for (const text of train) {
    const number = found.addText(text, { isHeldOut: false });
    for (let row = 0; row < rowsEach; row += 1) {
      found.addRow(number, { label: row, isKept: true });
    }
  }
  const heldNumbers = held.map((text) => {
    const number = found.addText(text, { isHeldOut: true });
    found.addRow(number, { label: 0, isKept: true });
    return number;
  });
  return { outcome: found.search(), heldNumbers };
}

describe('near duplicates', () => {
  it('are those that comparing all pairs finds', () => {
    fc.assert(
      fc.property(texts, (list) => {
        const pairs = list.flatMap((right, at) => list.slice(0, at).filter((left) => shareOf(left, right) >= 0.8));
        expect(search(list).outcome.counts.pairs).toBe(pairs.length);
      }),
    );
  });

  it('of the hold-out are those near any training text, equal short ones too', () => {
    fc.assert(
      fc.property(texts, texts, (train, held) => {
        const { outcome, heldNumbers } = search(train, held);
        const expected = held.map((text) => train.some((other) => shareOf(text, other) >= 0.8));
        expect(heldNumbers.map((number) => outcome.nearest.has(number))).toEqual(expected);
      }),
    );
  });

  it('are counted the same in any order', () => {
    fc.assert(
      fc.property(texts, (list) => {
        expect(search([...list].reverse()).outcome.counts).toEqual(search(list).outcome.counts);
      }),
    );
  });

  it('count equal rows as pairs, by their labels', () => {
    const text = 'my card has not arrived yet and i wait';
    const { counts } = search([text, `${text}s`, 'another thing altogether'], [], 2).outcome;
    expect(counts).toEqual({ pairs: 7, crossLabelPairs: 5, rowsInClusters: 6, removable: 4, largestCluster: 4 });
  });

  it('compare long texts by words, where characters would make strangers alike', () => {
    const long = (seed: number) => Array.from({ length: 300 }, (_, at) => words[(at * seed + (at % 7)) % 10]).join(' ');
    expect(jaccard(shinglesOf(long(3)), shinglesOf(long(7)))).toBeLessThan(0.2);
    expect(search([long(3), `${long(3)} indeed`]).outcome.counts.pairs).toBe(1);
  });

  it('are found whole among hundreds of texts that share a bucket', () => {
    const tail = (at: number) => Array.from({ length: 9 }, (_, word) => `${(at + 3) * (word + 7) ** 3}`).join(' ');
    const list = Array.from({ length: 700 }, (_, at) => `tell me ${tail(at >> 1)}${at % 2 === 0 ? '' : ' now'}`);
    const { counts, complete } = search(list).outcome;
    expect([counts.pairs, counts.rowsInClusters, complete]).toEqual([350, 700, true]);
  });

  it('say so when a flood of templates was not compared whole', () => {
    const flood = Array.from(
      { length: 900 },
      (_, at) => `please pay invoice ${at} within fourteen days of this notice or call`,
    );
    expect(search(flood).outcome.complete).toBe(false);
  });
});

describe('a shelf of texts in a file', () => {
  it('gives back what was put, long and short, before and after it is written', () => {
    const folder = aWorkFolder();
    const list = ['a', '', 'ü€😀', 'x'.repeat(2_000_000), 'end'];
    const shelf = new FileShelf(join(folder, 'texts'), list.length);
    for (const [at, text] of list.entries()) {
      shelf.put(text, new Uint32Array(bandCount).fill(at));
      expect(shelf.get(at) === text).toBe(true);
    }
    expect([...shelf.keys()]).toEqual(list.flatMap((_, at) => Array.from({ length: bandCount }, () => at)));
    expect(list.map((text, at) => shelf.get(at) === text)).toEqual(list.map(() => true));
    shelf.close();
    rmSync(folder, { recursive: true });
  });
});
