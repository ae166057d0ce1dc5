// What a text is compared by: the set of its overlapping pieces. Five characters for texts up to 1,000, five words beyond
// (with characters, any two long texts look alike: 0.36 against 0.0004 measured on unrelated pages). A text shorter than
// a piece is one piece. Each piece is kept as a 53-bit hash of its content, so that sets compare as sorted numbers; two
// different pieces meet with a chance of 1 in 10¹⁶.

const charactersPerShingle = 5;
const wordsPerShingle = 5;
/** Longest normalised text, in UTF-16 units, that is compared by characters. */
export const characterShingleUnitsMax = 1_000;

/** @param normalised as `normalText` gives it. @returns distinct hashes, ascending */
export function shinglesOf(normalised: string): Float64Array {
  const hashes =
    normalised.length <= characterShingleUnitsMax ? characterShingles(normalised) : wordShingles(normalised);
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

function characterShingles(text: string): Float64Array {
  const count = Math.max(1, text.length - charactersPerShingle + 1);
  const hashes = new Float64Array(count);
  for (let at = 0; at < count; at += 1) {
    hashes[at] = hashUnits(text, at, Math.min(text.length, at + charactersPerShingle));
  }
  return hashes;
}

function wordShingles(text: string): Float64Array {
  const starts = [0];
  for (let at = text.indexOf(' '); at !== -1; at = text.indexOf(' ', at + 1)) {
    starts.push(at + 1);
  }
  const count = Math.max(1, starts.length - wordsPerShingle + 1);
  const hashes = new Float64Array(count);
  for (let place = 0; place < count; place += 1) {
    const next = starts[place + wordsPerShingle];
    hashes[place] = hashUnits(text, starts[place] ?? 0, next === undefined ? text.length : next - 1);
  }
  return hashes;
}

/** Two FNV-1a streams over UTF-16 units with different primes, mixed into 53 bits. */
function hashUnits(text: string, from: number, until: number): number {
  let low = 0x811c9dc5;
  let high = 0x9747b28c;
  for (let at = from; at < until; at += 1) {
    const unit = text.charCodeAt(at);
    low = Math.imul(low ^ unit, 0x01000193);
    high = Math.imul(high ^ unit, 0x85ebca6b) ^ (high >>> 15);
  }
  return (scramble(high) & 0x1fffff) * 4_294_967_296 + scramble(low);
}

/** The finaliser of MurmurHash3: spreads every input bit over all output bits. */
export function scramble(hash: number): number {
  let mixed = hash ^ (hash >>> 16);
  mixed = Math.imul(mixed, 0x85ebca6b);
  mixed ^= mixed >>> 13;
  mixed = Math.imul(mixed, 0xc2b2ae35);
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
