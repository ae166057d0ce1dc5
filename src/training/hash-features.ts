// What does a text consist of, for a linear model? Counts of hashed word and character n-grams (the hashing trick,
// Weinberger et al. 2009), so that no vocabulary has to be kept and any script works without a tokeniser.
// Words and characters have a half of the buckets each, because each block is weighted and normalised by itself.
// Deliberately ignored: punctuation, case, word order beyond the n-gram, and whatever stands beyond the two caps.

export interface FeatureOptions {
  /** Longest word n-gram; 2 means single words and pairs. */
  readonly wordNgramMax: number;
  readonly charNgramMin: number;
  /** Longest character n-gram; n-grams never cross a word, each word is padded by one space on both sides. */
  readonly charNgramMax: number;
  /** Buckets per block are 2 to this power. */
  readonly hashBits: number;
  /** UTF-16 units of a text that are read at all. */
  readonly textUnitsMax: number;
  /** UTF-16 units, from the start, whose words also give character n-grams: they cost ten times what words do. */
  readonly charUnitsMax: number;
}

/** Distinct buckets, ascending, with how often each occurs. Word buckets are below `2 ** hashBits`, characters above. */
export interface HashedText {
  readonly buckets: Uint32Array;
  readonly counts: Uint16Array;
}

// Letters with their combining marks, and digits, make words; a symbol (a currency sign, an emoji) is one by itself.
const wordPattern = /[\p{L}\p{M}\p{N}]+|\p{S}/gu;
const fnvOffset = 0x811c9dc5;
const fnvPrime = 0x01000193;
const space = 0x20;
const countMax = 0xffff;

/**
 * Hashes a text into n-gram counts. Lower-cased and NFKC-normalised first, so that full-width, ligature and composed
 * forms agree. A text without a letter, digit or symbol gives no bucket.
 */
export function hashFeatures(text: string, options: FeatureOptions): HashedText {
  const words = wordsOf(text, options.textUnitsMax);
  const found: number[] = [];
  addWordNgrams(words, options, found);
  addCharNgrams(words, options, found);
  return countBuckets(found);
}

function wordsOf(text: string, unitsMax: number): readonly string[] {
  return text.slice(0, unitsMax).normalize('NFKC').toLowerCase().match(wordPattern) ?? [];
}

function addWordNgrams(words: readonly string[], options: FeatureOptions, found: number[]): void {
  const mask = 2 ** options.hashBits - 1;
  for (let start = 0; start < words.length; start += 1) {
    let hash = fnvOffset;
    const end = Math.min(words.length, start + options.wordNgramMax);
    for (let place = start; place < end; place += 1) {
      hash = mix(hashUnits(hash, words[place] ?? ''), space);
      found.push(scramble(hash) & mask);
    }
  }
}

function addCharNgrams(words: readonly string[], options: FeatureOptions, found: number[]): void {
  const mask = 2 ** options.hashBits - 1;
  const offset = 2 ** options.hashBits;
  let unitsLeft = options.charUnitsMax;
  for (const word of words) {
    if (unitsLeft <= 0) {
      return;
    }
    const padded = ` ${word.slice(0, unitsLeft)} `;
    unitsLeft -= word.length;
    for (let start = 0; start < padded.length; start += 1) {
      addNgramsFrom(padded, start, { options, mask, offset, found });
    }
  }
}

interface Sink {
  readonly options: FeatureOptions;
  readonly mask: number;
  readonly offset: number;
  readonly found: number[];
}

/** Every n-gram that starts here, each from the hash of the one before it. */
function addNgramsFrom(padded: string, start: number, sink: Sink): void {
  const end = Math.min(padded.length, start + sink.options.charNgramMax);
  let hash = fnvOffset;
  for (let place = start; place < end; place += 1) {
    hash = mix(hash, padded.charCodeAt(place));
    if (place - start + 1 >= sink.options.charNgramMin) {
      sink.found.push(sink.offset + (scramble(hash) & sink.mask));
    }
  }
}

function countBuckets(found: readonly number[]): HashedText {
  const sorted = Uint32Array.from(found).sort();
  const buckets = new Uint32Array(sorted.length);
  const counts = new Uint16Array(sorted.length);
  let used = 0;
  for (const bucket of sorted) {
    if (used === 0 || buckets[used - 1] !== bucket) {
      buckets[used] = bucket;
      used += 1;
    }
    counts[used - 1] = Math.min(countMax, (counts[used - 1] ?? 0) + 1);
  }
  return { buckets: buckets.slice(0, used), counts: counts.slice(0, used) };
}

function hashUnits(from: number, text: string): number {
  let hash = from;
  for (let place = 0; place < text.length; place += 1) {
    hash = mix(hash, text.charCodeAt(place));
  }
  return hash;
}

/** One step of FNV-1a, over a UTF-16 unit where the original takes a byte. */
function mix(hash: number, unit: number): number {
  return Math.imul(hash ^ unit, fnvPrime);
}

/** The finaliser of MurmurHash3: without it the low bits of FNV-1a, which the mask keeps, are poorly spread. */
function scramble(hash: number): number {
  let mixed = hash ^ (hash >>> 16);
  mixed = Math.imul(mixed, 0x85ebca6b);
  mixed ^= mixed >>> 13;
  mixed = Math.imul(mixed, 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}
