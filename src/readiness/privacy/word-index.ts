// Which of many words does a text hold, and where? A text is read by pairs of bytes. Every word is known by four bytes in
// a row, two pairs: one key for each way in which pairs can fall on the word, made of the bytes that are rarest in
// ordinary text. Whoever reads asks at each pair whether it may end such a key: a table of bits, small enough for the
// nearest cache of a processor, answers without a decision. Only where it says yes a word is compared.

export const encoder = new TextEncoder();

/** Bits of a byte within a key: enough for letters and blanks; what is rarer shares the rest. */
export const codeBits = 5;
const codes = 1 << codeBits;
const firstShared = 28;
/** How many bytes in a row know a word. */
export const windowBytes = 4;
/** Keeps the codes of the last four bytes. */
export const keyMask = (1 << (codeBits * windowBytes)) - 1;

/** The upper bits of its product with this number are the place of a key in the table of bits. */
export const spread = 0x9e3779b1 | 0;
export const spreadShift = 14;
const tableBits = 32 - spreadShift;
const slotBits = 14;

/** From frequent to rare, roughly, in the languages of Europe; what is not here is rarer. */
const frequentFirst = 'etaoinsrhldcumfpgwybvkxjqz';
/** Of a blank: few letters are what many words begin with. */
const blankFrequency = 60;

/** Flat tables instead of objects: what is asked for at every text has to stay in the nearest caches. */
export interface WordIndex {
  /** By byte: alike for capitals and small letters of ASCII, and for all kinds of blanks; 0: in no word. */
  readonly classOf: Uint8Array;
  /** By byte: what stands for it in a key. */
  readonly codeOf: Uint8Array;
  /** A bit for each product of a key; one that is not set tells that no word is known by the key. */
  readonly maybe: Int32Array;
  /** By turns a key, −1 for none, and the place of its first entry. */
  readonly slots: Int32Array;
  /** In groups: a word, from its first byte to the last one of the key, how many bytes, and 1 where another follows. */
  readonly entries: Int32Array;
  /** Of all words, one after the other. */
  readonly classes: Uint8Array;
  /** By word: where its classes begin. */
  readonly classesFrom: Int32Array;
  /** By word: places of the lists that it stands in. */
  readonly listsOf: readonly (readonly number[])[];
}

export const entrySize = 4;

interface Entry {
  readonly word: number;
  readonly toKeyEnd: number;
  readonly bytes: number;
}

/** @param lists of lower-case words of at least three bytes */
export function makeWordIndex(lists: readonly (readonly string[])[]): WordIndex {
  const classOf = classesOf(lists.flat());
  const codeOf = codesOf(classOf);
  const places = placesByWord(lists);
  const words = [...places.keys()].map((word) => encoder.encode(word));
  const byKey = entriesByKey(words, codeOf);
  const maybe = new Int32Array(1 << (tableBits - 5));
  for (const key of byKey.keys()) {
    const place = Math.imul(key, spread) >>> spreadShift;
    maybe[place >> 5] = (maybe[place >> 5] as number) | (1 << place);
  }
  const classesFrom = new Int32Array(words.length + 1);
  words.forEach((bytes, word) => {
    classesFrom[word + 1] = (classesFrom[word] as number) + bytes.length;
  });
  const classes = Uint8Array.from(words.flatMap((bytes) => [...bytes].map((byte) => classOf[byte] as number)));
  return { classOf, codeOf, maybe, ...tablesOf(byKey), classes, classesFrom, listsOf: [...places.values()] };
}

function entriesByKey(words: readonly Uint8Array[], codeOf: Uint8Array): Map<number, Entry[]> {
  const byKey = new Map<number, Entry[]>();
  words.forEach((bytes, word) => {
    for (const falls of [0, 1]) {
      const start = rarestStart(bytes, falls);
      for (const key of keysOf(
        bytes.map((byte) => codeOf[byte] as number),
        start,
      )) {
        byKey.set(key, [...(byKey.get(key) ?? []), { word, toKeyEnd: start + windowBytes - 1, bytes: bytes.length }]);
      }
    }
  });
  return byKey;
}

function tablesOf(byKey: ReadonlyMap<number, readonly Entry[]>): Pick<WordIndex, 'slots' | 'entries'> {
  const slots = new Int32Array(1 << slotBits).fill(-1);
  const entries: number[] = [];
  for (const [key, known] of byKey) {
    let slot = firstSlotOf(key);
    while (slots[slot] !== -1) {
      slot = nextSlot(slot);
    }
    slots[slot] = key;
    slots[slot + 1] = entries.length;
    known.forEach(({ word, toKeyEnd, bytes }, place) => {
      entries.push(word, toKeyEnd, bytes, place < known.length - 1 ? 1 : 0);
    });
  }
  return { slots, entries: Int32Array.from(entries) };
}

/** Where a key is looked for first. */
export function firstSlotOf(key: number): number {
  return (Math.imul(key, spread) >>> (32 - slotBits)) & ~1;
}

export function nextSlot(slot: number): number {
  return (slot + 2) & ((1 << slotBits) - 1);
}

/** Of each word once: the places of the lists that it stands in. */
export function placesByWord(lists: readonly (readonly string[])[]): Map<string, number[]> {
  const places = new Map<string, number[]>();
  lists.forEach((words, list) => {
    for (const word of new Set(words)) {
      places.set(word, [...(places.get(word) ?? []), list]);
    }
  });
  return places;
}

/** By byte: its class among the bytes of the words. */
export function classesOf(words: readonly string[]): Uint8Array {
  const classOf = new Uint8Array(256);
  let classes = 1;
  for (const byte of encoder.encode(` ${words.join('')}`)) {
    if (classOf[byte] === 0) {
      classOf[byte] = classes;
      classes += 1;
    }
    if (byte >= 97 && byte <= 122) {
      classOf[byte - 32] = classOf[byte] as number;
    }
  }
  for (const blank of [9, 10, 13, 34, 39, 40]) {
    classOf[blank] ||= classOf[32] as number;
  }
  return classOf;
}

/** Bytes of one class have one code. */
function codesOf(classOf: Uint8Array): Uint8Array {
  const codeOfClass = new Uint8Array(256);
  let shared = 0;
  classOf.forEach((one, byte) => {
    const isLetter = byte >= 97 && byte <= 122;
    if (one !== 0 && (isLetter || byte === 32)) {
      codeOfClass[one] = isLetter ? byte - 96 : firstShared - 1;
    } else if (one !== 0 && codeOfClass[one] === 0) {
      codeOfClass[one] = firstShared + (shared % (codes - firstShared));
      shared += 1;
    }
  });
  return classOf.map((one) => codeOfClass[one] as number);
}

/**
 * Where the key begins within the word, or one byte before it: the fewest bytes that the word does not tell, then the
 * rarest.
 * @param falls 0: pairs begin with its first byte; 1: with its second
 */
export function rarestStart(bytes: Uint8Array, falls: number): number {
  let best = falls;
  let least = Number.POSITIVE_INFINITY;
  for (let start = -falls; start === -falls || start + windowBytes <= bytes.length + 1; start += 2) {
    let frequency = 0;
    for (let place = start; place < start + windowBytes; place += 1) {
      frequency += place < 0 || place >= bytes.length ? 1_000 : frequencyOf(bytes[place] as number);
    }
    if (frequency < least) {
      least = frequency;
      best = start;
    }
  }
  return best;
}

function frequencyOf(byte: number): number {
  if (byte === 32) {
    return blankFrequency;
  }
  const rank = frequentFirst.indexOf(String.fromCharCode(byte));
  return rank === -1 ? 0 : frequentFirst.length - rank;
}

/** One key; where the word leaves one byte open, one for each class that it may be of. */
function keysOf(codesOfWord: Uint8Array, start: number): number[] {
  let key = 0;
  let open = -1;
  for (let place = start; place < start + windowBytes; place += 1) {
    const isTold = place >= 0 && place < codesOfWord.length;
    if (!isTold && open !== -1) {
      throw new RangeError('a word of less than three bytes is in nearly every text');
    }
    open = isTold ? open : codeBits * (start + windowBytes - 1 - place);
    key = (key << codeBits) | (isTold ? (codesOfWord[place] as number) : 0);
  }
  return open === -1 ? [key] : Array.from({ length: codes }, (_one, anything) => key | (anything << open));
}
