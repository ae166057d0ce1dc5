// What the compiled scan looks up, made of the lists of the detectors. As in `word-index.ts` a word is known by its rarest
// four bytes, once for each way in which every other place can fall on it; but a table of bits tells here not only that a
// word may be there, but by the number of bits before which one, so that nothing has to be searched for.
import type { Detector } from '../detectors/detector.js';
import { classesOf, encoder, placesByWord, rarestStart, windowBytes } from '../word-index.js';

/** A bit for each; words that finds begin with are lists behind them. */
export const detectorsMax = 128;
const signsMax = 1 << 10;
/** Of a byte: as much as letters need. Others share with them. */
const byteBits = 0x1f;
const spread = 0x9e3779b1 | 0;
const spreadShift = 14;
const wordBytesMax = 254;

export interface HintTables {
  /** By byte: 1 where words take it for a blank. */
  readonly blanks: Uint8Array;
  /** By signs, four numbers each: the detectors that wait for no word. */
  readonly wordless: Int32Array;
  /** A bit for each product of a window, and by number of the table how many bits are before it. */
  readonly maybe: Int32Array;
  readonly ranks: Uint16Array;
  /** By rank of a bit: its first entry. */
  readonly firsts: Uint16Array;
  /** A word, and how far behind its first byte the window begins, and one more. */
  readonly entries: Int32Array;
  /** By word: where its bytes begin, how many they are, the signs that all its detectors need, its first list. */
  readonly words: Int32Array;
  /** In pairs: a list and the signs that its detector needs; −1 ends those of a word. */
  readonly lists: Int32Array;
  readonly wordBytes: Uint8Array;
}

interface Window {
  readonly product: number;
  readonly entry: number;
}

export function makeHintTables(detectors: readonly Detector[]): HintTables {
  const places = placesByWord([
    ...detectors.map(({ words }) => words),
    ...detectors.map(({ begins }) => (typeof begins === 'object' ? begins : [])),
  ]);
  const spelt = [...places.keys()];
  const words = spelt.map((word) => encoder.encode(word));
  if (words.some(({ length }) => length > wordBytesMax) || detectors.length > detectorsMax) {
    throw new RangeError('a word is too long or there are too many detectors for the tables');
  }
  const classOf = classesOf(spelt);
  return {
    blanks: classOf.map((one) => (one === classOf[32] ? 1 : 0)),
    wordless: wordlessOf(detectors),
    ...windowTables(words.flatMap(windowsOf)),
    ...wordTables(words, [...places.values()], detectors),
    wordBytes: Uint8Array.from(words.flatMap((bytes) => [...bytes])),
  };
}

function wordlessOf(detectors: readonly Detector[]): Int32Array {
  const bits = new Int32Array((signsMax * detectorsMax) / 32);
  for (let signs = 0; signs < signsMax; signs += 1) {
    detectors.forEach((one, place) => {
      if (one.words.length === 0 && (signs & one.signs) === one.signs) {
        const at = (signs * detectorsMax) / 32 + (place >> 5);
        bits[at] = (bits[at] as number) | (1 << place);
      }
    });
  }
  return bits;
}

function windowsOf(bytes: Uint8Array, word: number): Window[] {
  return [0, 1].flatMap((falls) => {
    const start = rarestStart(bytes, falls);
    return productsOf(bytes, start).map((product) => ({ product, entry: (word << 8) | (start + 1) }));
  });
}

/** One, or where the word leaves one byte open, all that it can be. */
function productsOf(bytes: Uint8Array, start: number): number[] {
  let key = 0;
  let open = -1;
  for (let place = 0; place < windowBytes; place += 1) {
    const byte = bytes[start + place];
    open = byte === undefined ? 8 * place : open;
    key |= ((byte ?? 0) & byteBits) << (8 * place);
  }
  const keys = open === -1 ? [key] : Array.from({ length: byteBits + 1 }, (_one, anything) => key | (anything << open));
  return [...new Set(keys.map((one) => Math.imul(one, spread) >>> spreadShift))];
}

function windowTables(windows: readonly Window[]): Pick<HintTables, 'maybe' | 'ranks' | 'firsts' | 'entries'> {
  const byProduct = new Map<number, number[]>();
  for (const { product, entry } of windows) {
    byProduct.set(product, [...(byProduct.get(product) ?? []), entry]);
  }
  const products = [...byProduct.keys()].sort((left, right) => left - right);
  const maybe = new Int32Array(1 << (32 - spreadShift - 5));
  for (const product of products) {
    maybe[product >> 5] = (maybe[product >> 5] as number) | (1 << product);
  }
  const ranks = new Uint16Array(maybe.length);
  for (const [before, product] of products.entries()) {
    ranks.fill(before + 1, (product >> 5) + 1);
  }
  const entries: number[] = [];
  const firsts = products.map((product) => {
    entries.push(...(byProduct.get(product) ?? []));
    return entries.length - (byProduct.get(product)?.length ?? 0);
  });
  return { maybe, ranks, firsts: Uint16Array.of(...firsts, entries.length), entries: Int32Array.from(entries) };
}

function wordTables(
  words: readonly Uint8Array[],
  listsOf: readonly (readonly number[])[],
  detectors: readonly Detector[],
): Pick<HintTables, 'words' | 'lists'> {
  const ofWords: number[] = [];
  const ofLists: number[] = [];
  let from = 0;
  words.forEach((bytes, word) => {
    const lists = (listsOf[word] ?? []).map((list) => ({
      list: list < detectors.length ? list : list - detectors.length + detectorsMax,
      needed: detectors[list % detectors.length]?.signs ?? 0,
    }));
    ofWords.push(
      from,
      bytes.length,
      lists.reduce((both, { needed }) => both & needed, -1),
      ofLists.length / 2,
    );
    ofLists.push(...lists.flatMap(({ list, needed }) => [list, needed]), -1, 0);
    from += bytes.length;
  });
  return { words: Int32Array.from(ofWords), lists: Int32Array.from(ofLists) };
}
