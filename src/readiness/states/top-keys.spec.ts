import fc from 'fast-check';
import { addClass, addKey, emptyTop, mergeClasses, mergeTop, topOf } from './top-keys.js';

const topOfKeys = (keys: readonly string[]) => keys.reduce((top, key) => addKey(top, key), emptyTop());
const keys = fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 40 });

describe('the most frequent keys', () => {
  it('are told by count, equals by key', () => {
    expect(topOf(topOfKeys(['b', 'c', 'a', 'c']), 2)).toEqual([
      ['c', 2],
      ['a', 1],
    ]);
  });

  it('are the same for any cut and any order', () => {
    fc.assert(
      fc.property(keys, keys, (left, right) => {
        const merged = mergeTop(topOfKeys(right), topOfKeys(left));
        expect(topOf(merged, 10)).toEqual(topOf(topOfKeys([...left, ...right]), 10));
      }),
    );
  });

  it('are still told among more keys than are carried on, and it is said that others were dropped', () => {
    const many = Array.from({ length: 20_500 }, (_, at) => [`rare ${at}`, ...(at % 4 === 0 ? ['often'] : [])]).flat();
    const top = topOfKeys(many);
    expect(top.trimmed).toBe(true);
    expect(top.counts.size).toBeLessThanOrEqual(20_000);
    expect(topOf(top, 1)).toEqual([['often', 5_125]]);
  });

  it('make room for the more frequent ones only', () => {
    const many = Array.from({ length: 20_001 }, (_, at) =>
      at < 6_000 ? [`twice ${at}`, `twice ${at}`] : [`once ${at}`],
    );
    const top = topOfKeys(many.flat());
    expect(top.counts.size).toBe(10_000);
    expect([...top.counts.values()].filter((count) => count === 2)).toHaveLength(6_000);
  });

  it('say after merging that others were dropped', () => {
    const trimmed = { ...emptyTop(), trimmed: true };
    expect(mergeTop(topOfKeys(['a']), trimmed).trimmed).toBe(true);
  });

  it('gives classes up when there are too many of them to be any, whatever the cut', () => {
    const classes = (from: number, to: number) => {
      const top = emptyTop();
      for (let at = from; at < to; at += 1) {
        addClass(top, `class ${at}`);
      }
      return top;
    };
    const nothing = { counts: new Map(), trimmed: true };
    expect(classes(0, 20_000)).toMatchObject({ trimmed: false });
    expect(classes(0, 20_001)).toEqual(nothing);
    expect(mergeClasses(classes(0, 15_000), classes(10_000, 20_001))).toEqual(nothing);
    expect(mergeClasses(classes(0, 10), nothing)).toEqual(nothing);
    expect(mergeClasses(classes(0, 15_000), classes(5_000, 20_000)).counts.get('class 7000')).toBe(2);
  });
});
