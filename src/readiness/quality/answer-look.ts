// What does one look at an answer tell? Whether any of many words may stand in it, whether it may repeat itself, and how
// many letters and signs it has: what several checks ask of every answer, read once for all of them and kept as one
// number. Words are looked for by four units each, the rarest of the word, with letters alike in both cases and all
// scripts beyond Latin in three heaps: a word that is there is never missed, and what is found too often is for a closer
// look to tell.
import { refusalHints } from './refusal-phrases.js';
import { selfNamingHints } from './self-naming.js';

/** More text does not change the ratios of letters and signs. */
export const lookedUnitsMax = 1_000;

/** Lists of words that are looked for: answers that refuse, that name a machine, and what somebody left behind. */
export type HintList = 'refusing' | 'selfNaming' | 'leftover';

/** Bits of a look. */
const listBits: Readonly<Record<HintList, number>> = { refusing: 1, selfNaming: 2, leftover: 4 };
const [repeatingBit, lettersFrom, signsFrom, countBits] = [8, 4, 14, 10];
const countMask = (1 << countBits) - 1;

/** False: no word of the list stands in the first `lookedUnitsMax` units. */
export function isHinted(look: number, list: HintList): boolean {
  return (look & listBits[list]) !== 0;
}

/** The look without a hint that was not borne out. */
export function withoutHint(look: number, list: HintList): number {
  return look & ~listBits[list];
}

/** False: of all runs of ten units more than three quarters differ from each other. */
export function mayRepeat(look: number): boolean {
  return (look & repeatingBit) !== 0;
}

/** Of the first `lookedUnitsMax` units: Latin letters without signs, and digits. */
export function lettersIn(look: number): number {
  return (look >>> lettersFrom) & countMask;
}

/** Of the first `lookedUnitsMax` units: what is neither letter nor blank; nothing beyond ASCII is a sign. */
export function signsIn(look: number): number {
  return (look >>> signsFrom) & countMask;
}

/** The rarest last. A gram is about as rare as its letters; one that spans two words is rarer than it looks. */
const byFrequency = ' etaoinshrdlucmfwypvbgkjqxz';
const blankWithin = 20;
const [apostrophe, otherAscii, heapsFrom, heaps] = [27, 28, 29, 3];
const [classBits, gramUnits] = [5, 4];
const classMask = (1 << classBits) - 1;
const gramMask = (1 << (classBits * gramUnits)) - 1;
const endingMask = (1 << (classBits * 3)) - 1;
const gramSlotBits = 14;
/** Spreads grams and runs over the slots of a table. */
const spread = 0x9e3779b1;
/** Letters are counted in the bits behind the class, signs in those behind the letters. */
const [letterShift, signShift] = [classBits, classBits + countBits];

/** Of a text that somebody meant to write later, and of a stack trace. */
const leftoverHints = [`to${'do'}`, 'ipsum', 'exception in'];
const listsByGram = listsOf({ refusing: refusalHints, selfNaming: selfNamingHints, leftover: leftoverHints });
/** A bit for each three units that a gram ends with: four kilobytes are asked at every unit, and stay at hand. */
const endings = endingBits([...listsByGram.keys()]);
/** By turns a gram, −1 for none, and the bits of its lists. */
const gramSlots = slotsOf(listsByGram);

const runUnits = 10;
const distinctShareMin = 0.75;
const slotBitsMax = 14;
/** For which answer a slot was last filled, as one byte: the table stays near the processor. */
const filledFor = new Uint8Array(1 << slotBitsMax);
const fillingsMax = 255;
let fillings = 0;

const entryOf = Uint16Array.from({ length: 1 << 16 }, (_, unit) => {
  // Asked of few: the table is made in every thread.
  const isLetter = unit < 128 && /^[A-Za-z0-9]$/.test(String.fromCharCode(unit));
  const isSign = !isLetter && unit > 32 && unit < 128;
  return classOf(unit) | ((isLetter ? 1 : 0) << letterShift) | ((isSign ? 1 : 0) << signShift);
});

/** Brackets, quotation marks and line ends part words like blanks. */
function classOf(unit: number): number {
  const sign = String.fromCharCode(unit);
  if (sign === "'" || sign === '’') {
    return apostrophe;
  }
  if (unit >= 128) {
    return heapsFrom + (unit % heaps);
  }
  const place = byFrequency.indexOf('\t\n\r"('.includes(sign) ? ' ' : sign.toLowerCase());
  return place === -1 ? otherAscii : place;
}

/** What stands for a unit of a wide text among bytes: the curved apostrophe, then the heaps in turn. */
const wideEntries = [0x2019, ...Array.from({ length: heaps }, (_, heap) => heaps * 0x1000 + heap)].map(
  (unit) => entryOf[unit] as number,
);
/** What the compiled reader of chats looks with too: entries of ASCII by unit and of what is wide, and grams as below. */
export const lookTables = {
  entries: Uint16Array.from([...entryOf.subarray(0, 128), ...wideEntries]),
  endings,
  gramSlots,
};

/**
 * One value holds the classes of the last six units, and of a seventh in part: its lower bits are the gram, and all of it
 * tells runs apart, since equal runs of ten units end in equal values.
 * @returns bits, for `isHinted` and those beside it
 */
export function lookAt(answer: string): number {
  const length = Math.min(answer.length, lookedUnitsMax);
  const runs = length - runUnits + 1;
  // Eight slots a run and more: few runs share one.
  const shift = 32 - Math.min(slotBitsMax, 35 - Math.clz32(Math.max(1, runs)));
  const filling = nextFilling();
  let last = 0;
  let hints = 0;
  let counts = 0;
  let distinct = 0;
  for (let at = 0; at < length; at += 1) {
    const entry = entryOf[answer.charCodeAt(at)] as number;
    last = (last << classBits) | (entry & classMask);
    if ((((endings[(last & endingMask) >>> classBits] as number) >>> (last & classMask)) & 1) === 1) {
      hints |= hintsOf(last & gramMask);
    }
    counts += entry >>> letterShift;
    const slot = Math.imul(last, spread) >>> shift;
    // One where they differ, without a decision.
    distinct += (((filledFor[slot] as number) ^ filling) + fillingsMax) >> 8;
    filledFor[slot] = filling;
  }
  // Up to nine values belong to no run of ten.
  const isDistinct = distinct - (runUnits - 1) > runs * distinctShareMin;
  const repeats = runs > 0 && !(isDistinct && length === answer.length) ? repeatingBit : 0;
  const letters = counts & countMask;
  const signs = counts >>> (signShift - letterShift);
  return hints | repeats | (letters << lettersFrom) | (signs << signsFrom);
}

function nextFilling(): number {
  fillings += 1;
  if (fillings > fillingsMax) {
    filledFor.fill(0);
    fillings = 1;
  }
  return fillings;
}

function listsOf(words: Readonly<Record<HintList, readonly string[]>>): Map<number, number> {
  const lists = new Map<number, number>();
  for (const list of ['refusing', 'selfNaming', 'leftover'] as const) {
    for (const gram of words[list].flatMap(gramsOf)) {
      lists.set(gram, (lists.get(gram) ?? 0) | listBits[list]);
    }
  }
  return lists;
}

/** Grams of which one stands in every text that holds the word. */
function gramsOf(word: string): number[] {
  const classes = Array.from({ length: word.length }, (_, at) => classOf(word.charCodeAt(at)));
  const missing = Math.max(0, gramUnits - classes.length);
  const end = missing === 0 ? rarestGram(classes) : classes.reduce(joined, 0);
  // Before a word of fewer units may stand anything.
  return Array.from({ length: 1 << (classBits * missing) }, (_, before) => {
    return (before << (classBits * classes.length)) | end;
  });
}

function endingBits(all: readonly number[]): Int32Array {
  const bits = new Int32Array((endingMask + 1) >>> classBits);
  for (const gram of all) {
    const place = (gram & endingMask) >>> classBits;
    bits[place] = (bits[place] as number) | (1 << (gram & classMask));
  }
  return bits;
}

function slotsOf(lists: ReadonlyMap<number, number>): Int32Array {
  const slots = new Int32Array(2 << gramSlotBits).fill(-1);
  if (lists.size > slots.length / 4) {
    throw new RangeError(`${lists.size} grams are too many for the table of their lists`);
  }
  for (const [gram, bits] of lists) {
    let slot = firstGramSlot(gram);
    while (slots[slot] !== -1) {
      slot = (slot + 2) % slots.length;
    }
    slots[slot] = gram;
    slots[slot + 1] = bits;
  }
  return slots;
}

function firstGramSlot(gram: number): number {
  return (Math.imul(gram, spread) >>> (32 - gramSlotBits)) * 2;
}

/** Bits of the lists of a gram, which may have none. */
function hintsOf(gram: number): number {
  let slot = firstGramSlot(gram);
  while (gramSlots[slot] !== gram && gramSlots[slot] !== -1) {
    slot = (slot + 2) % gramSlots.length;
  }
  return gramSlots[slot] === gram ? (gramSlots[slot + 1] as number) : 0;
}

function rarestGram(classes: readonly number[]): number {
  let rarest: readonly number[] = [];
  let most = -1;
  for (let from = 0; from + gramUnits <= classes.length; from += 1) {
    const gram = classes.slice(from, from + gramUnits);
    const isWithin = gram[1] === 0 || gram[2] === 0;
    const rarity = gram.reduce((sum, one) => sum + one, isWithin ? blankWithin : 0);
    if (rarity > most) {
      [rarest, most] = [gram, rarity];
    }
  }
  return rarest.reduce(joined, 0);
}

function joined(gram: number, one: number): number {
  return (gram << classBits) | one;
}
