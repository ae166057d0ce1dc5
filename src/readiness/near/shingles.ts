// What a text is compared by: the set of its overlapping pieces. Five characters for texts up to 1,000, five words beyond
// (with characters, any two long texts look alike: 0.36 against 0.0004 measured on unrelated pages). A text shorter than
// a piece is one piece. Each piece is kept as a 53-bit hash of its content, so that sets compare as sorted numbers; two
// different pieces meet with a chance of 1 in 10¹⁶.

const { imul } = Math;

const charactersPerShingle = 5;
const wordsPerShingle = 5;
/** Longest normalised text, in UTF-16 units, that is compared by characters. */
export const characterShingleUnitsMax = 1_000;

/** @param normalised as `normalText` gives it. @returns distinct hashes, ascending */
export function shinglesOf(normalised: string): Float64Array {
  const hashes = new Float64Array(shingleCount(normalised));
  let filled = 0;
  eachShingle(normalised, (high, low) => {
    hashes[filled] = high * 4_294_967_296 + low;
    filled += 1;
  });
  hashes.sort();
  let used = 0;
  for (let place = 0; place < hashes.length; place += 1) {
    const hash = hashes[place] ?? 0;
    if (used === 0 || hashes[used - 1] !== hash) {
      hashes[used] = hash;
      used += 1;
    }
  }
  return hashes.slice(0, used);
}

function shingleCount(text: string): number {
  if (text.length <= characterShingleUnitsMax) {
    return Math.max(1, text.length - charactersPerShingle + 1);
  }
  let words = 1;
  for (let at = text.indexOf(' '); at !== -1; at = text.indexOf(' ', at + 1)) {
    words += 1;
  }
  return Math.max(1, words - wordsPerShingle + 1);
}

/** Gives every piece, repeated ones too, as 21 and 32 bits of its hash. */
export function eachShingle(normalised: string, take: (high: number, low: number) => void): void {
  if (normalised.length <= characterShingleUnitsMax) {
    eachOfCharacters(normalised, take);
  } else {
    eachOfWords(normalised, take);
  }
}

/** Two FNV-1a streams over UTF-16 units with different primes, mixed into 53 bits. */
function eachOfCharacters(text: string, take: (high: number, low: number) => void): void {
  const count = Math.max(1, text.length - charactersPerShingle + 1);
  for (let from = 0; from < count; from += 1) {
    const until = Math.min(text.length, from + charactersPerShingle);
    let low = 0x811c9dc5;
    let high = 0x9747b28c;
    for (let at = from; at < until; at += 1) {
      const unit = text.charCodeAt(at);
      low = imul(low ^ unit, 0x01000193);
      high = imul(high ^ unit, 0x85ebca6b) ^ (high >>> 15);
    }
    take(scramble(high) & 0x1fffff, scramble(low));
  }
}

/** The hashes of the last words, in a ring: each unit of the text is read once. */
const lowOfWords = new Int32Array(wordsPerShingle);
const highOfWords = new Int32Array(wordsPerShingle);

function eachOfWords(text: string, take: (high: number, low: number) => void): void {
  let words = 0;
  for (let from = 0; from <= text.length; ) {
    const gap = text.indexOf(' ', from);
    const until = gap === -1 ? text.length : gap;
    hashWord(text, { from, until, slot: words % wordsPerShingle });
    words += 1;
    if (words >= wordsPerShingle) {
      takeWords(words, wordsPerShingle, take);
    }
    from = until + 1;
  }
  if (words < wordsPerShingle) {
    takeWords(words, words, take);
  }
}

function hashWord(text: string, { from, until, slot }: { from: number; until: number; slot: number }): void {
  let low = 0x811c9dc5;
  let high = 0x9747b28c;
  for (let at = from; at < until; at += 1) {
    const unit = text.charCodeAt(at);
    low = imul(low ^ unit, 0x01000193);
    high = imul(high ^ unit, 0x85ebca6b) ^ (high >>> 15);
  }
  lowOfWords[slot] = scramble(low);
  highOfWords[slot] = scramble(high);
}

function takeWords(words: number, count: number, take: (high: number, low: number) => void): void {
  let low = 0x811c9dc5;
  let high = 0x9747b28c;
  for (let back = count; back > 0; back -= 1) {
    const slot = (words - back) % wordsPerShingle;
    low = imul(low ^ (lowOfWords[slot] ?? 0), 0x01000193) ^ (low >>> 13);
    high = imul(high ^ (highOfWords[slot] ?? 0), 0x85ebca6b) ^ (high >>> 15);
  }
  take(scramble(high) & 0x1fffff, scramble(low));
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
