// What a text is compared by: the set of its overlapping pieces. Five characters for texts up to 1,000, five words beyond
// (with characters, any two long texts look alike: 0.36 against 0.0004 measured on unrelated pages). A text shorter than
// a piece is one piece. Each piece is kept as a 53-bit hash of its content, so that sets compare as sorted numbers; two
// different pieces meet with a chance of 1 in 10¹⁶.

const { imul } = Math;

const charactersPerShingle = 5;
const wordsPerShingle = 5;
/** Longest normalised text, in UTF-16 units, that is compared by characters. */
export const characterShingleUnitsMax = 1_000;

/** Hashes of the pieces of one text: 21 and 32 bits of each. Made once and written over by the next text. */
export interface Pieces {
  high: Int32Array;
  low: Int32Array;
  count: number;
}

const pieces: Pieces = {
  high: new Int32Array(characterShingleUnitsMax),
  low: new Int32Array(characterShingleUnitsMax),
  count: 0,
};
let scratch = new Float64Array(characterShingleUnitsMax);

/** @param normalised as `normalText` gives it. @returns distinct hashes, ascending; valid until the next call */
export function shinglesInPlace(normalised: string): Float64Array {
  const { high, low, count } = piecesOf(normalised);
  if (count > scratch.length) {
    scratch = new Float64Array(2 * count);
  }
  for (let place = 0; place < count; place += 1) {
    scratch[place] = (high[place] as number) * 4_294_967_296 + ((low[place] as number) >>> 0);
  }
  const hashes = scratch.subarray(0, count).sort();
  let used = 0;
  for (let place = 0; place < count; place += 1) {
    const hash = hashes[place] as number;
    if (used === 0 || hashes[used - 1] !== hash) {
      hashes[used] = hash;
      used += 1;
    }
  }
  return hashes.subarray(0, used);
}

/** The same, to keep. */
export function shinglesOf(normalised: string): Float64Array {
  return shinglesInPlace(normalised).slice();
}

/** Every piece, repeated ones too. Valid until the next call. */
export function piecesOf(normalised: string): Readonly<Pieces> {
  pieces.count = 0;
  if (normalised.length <= characterShingleUnitsMax) {
    hashCharacters(normalised);
  } else {
    hashWords(normalised);
  }
  return pieces;
}

function putPiece(high: number, low: number): void {
  const { count } = pieces;
  if (count === pieces.low.length) {
    pieces.high = grown(pieces.high);
    pieces.low = grown(pieces.low);
  }
  pieces.high[count] = scramble(high) & 0x1fffff;
  pieces.low[count] = scramble(low);
  pieces.count = count + 1;
}

function grown(hashes: Int32Array): Int32Array {
  const larger = new Int32Array(2 * hashes.length);
  larger.set(hashes);
  return larger;
}

const lowStart = 0x811c9dc5;
const highStart = 0x9747b28c;

/** Two FNV-1a streams over UTF-16 units with different primes, mixed into 53 bits. Steps are written out: all texts pass here. */
function hashCharacters(text: string): void {
  if (text.length < charactersPerShingle) {
    hashShort(text);
    return;
  }
  const { high, low } = pieces;
  const count = text.length - charactersPerShingle + 1;
  let a = text.charCodeAt(0);
  let b = text.charCodeAt(1);
  let c = text.charCodeAt(2);
  let d = text.charCodeAt(3);
  for (let from = 0; from < count; from += 1) {
    const e = text.charCodeAt(from + charactersPerShingle - 1);
    low[from] = scramble(lowStep(lowStep(lowStep(lowStep(lowStep(lowStart, a), b), c), d), e));
    high[from] = scramble(highStep(highStep(highStep(highStep(highStep(highStart, a), b), c), d), e)) & 0x1fffff;
    [a, b, c, d] = [b, c, d, e];
  }
  pieces.count = count;
}

function hashShort(text: string): void {
  let low = lowStart;
  let high = highStart;
  for (let at = 0; at < text.length; at += 1) {
    low = lowStep(low, text.charCodeAt(at));
    high = highStep(high, text.charCodeAt(at));
  }
  putPiece(high, low);
}

function lowStep(low: number, unit: number): number {
  return imul(low ^ unit, 0x01000193);
}

function highStep(high: number, unit: number): number {
  return imul(high ^ unit, 0x85ebca6b) ^ (high >>> 15);
}

/** The hashes of the last words, in a ring: each unit of the text is read once. */
const lowOfWords = new Int32Array(wordsPerShingle);
const highOfWords = new Int32Array(wordsPerShingle);

function hashWords(text: string): void {
  let words = 0;
  for (let from = 0; from <= text.length; ) {
    const gap = text.indexOf(' ', from);
    const until = gap === -1 ? text.length : gap;
    hashWord(text, { from, until, slot: words % wordsPerShingle });
    words += 1;
    if (words >= wordsPerShingle) {
      takeWords(words, wordsPerShingle);
    }
    from = until + 1;
  }
  if (words < wordsPerShingle) {
    takeWords(words, words);
  }
}

function hashWord(text: string, { from, until, slot }: { from: number; until: number; slot: number }): void {
  let low = lowStart;
  let high = highStart;
  for (let at = from; at < until; at += 1) {
    const unit = text.charCodeAt(at);
    low = lowStep(low, unit);
    high = highStep(high, unit);
  }
  lowOfWords[slot] = scramble(low);
  highOfWords[slot] = scramble(high);
}

function takeWords(words: number, count: number): void {
  let low = lowStart;
  let high = highStart;
  for (let back = count; back > 0; back -= 1) {
    const slot = (words - back) % wordsPerShingle;
    low = imul(low ^ (lowOfWords[slot] ?? 0), 0x01000193) ^ (low >>> 13);
    high = imul(high ^ (highOfWords[slot] ?? 0), 0x85ebca6b) ^ (high >>> 15);
  }
  putPiece(high, low);
}

/** The finaliser of MurmurHash3: spreads every input bit over all output bits. */
export function scramble(hash: number): number {
  let mixed = hash ^ (hash >>> 16);
  mixed = imul(mixed, 0x85ebca6b);
  mixed ^= mixed >>> 13;
  mixed = imul(mixed, 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}

/** Shared pieces over all pieces, of two sets as `shinglesOf` gives them. */
export function jaccard(left: Float64Array, right: Float64Array): number {
  let shared = 0;
  let at = 0;
  for (let place = 0; place < left.length; place += 1) {
    const hash = left[place] ?? 0;
    while (at < right.length && (right[at] ?? 0) < hash) {
      at += 1;
    }
    if (right[at] === hash) {
      shared += 1;
      at += 1;
    }
  }
  return shared / (left.length + right.length - shared);
}
