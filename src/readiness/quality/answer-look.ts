// What does one look at an answer tell? Whether any of many words may stand in it, whether it may repeat itself, and how
// many letters and signs it has: what several checks ask of every answer, read once for all of them. Words are looked for
// by four units each, the rarest of the word, with letters alike in both cases and all scripts beyond Latin in three
// heaps: a word that is there is never missed, and what is found too often is for a closer look to tell.
import { makeWordTest } from '../privacy/word-automaton.js';
import { refusalHints } from './refusal-phrases.js';
import { selfNamingHints } from './self-naming.js';

/** More text does not change the ratios of letters and signs. */
export const lookedUnitsMax = 1_000;

export interface AnswerLook {
  /** False: no word that refuses, names a machine or is a leftover stands in the first `lookedUnitsMax` units. */
  isHinted: boolean;
  /** False: of all runs of ten units more than three quarters differ from each other. */
  mayRepeat: boolean;
  /** Of the first `lookedUnitsMax` units: Latin letters without signs, and digits. */
  letters: number;
  /** Of the same: what is neither letter nor blank; nothing beyond ASCII is a sign. */
  signs: number;
}

/** The rarest last. A gram is about as rare as its letters; one that spans two words is rarer than it looks. */
const byFrequency = ' etaoinshrdlucmfwypvbgkjqxz';
const blankWithin = 20;
const [apostrophe, otherAscii, heapsFrom, heaps] = [27, 28, 29, 3];
const [classBits, gramUnits] = [5, 4];
const classMask = (1 << classBits) - 1;
const gramMask = (1 << (classBits * gramUnits)) - 1;
/** Letters are counted in the bits behind the class, signs in those behind the letters. */
const [letterShift, signShift, countMask] = [classBits, classBits + 10, (1 << 10) - 1];

/** Of a text that somebody meant to write later, and of a stack trace. */
const leftoverHints = [`to${'do'}`, 'ipsum', 'exception in'];
/** By all units of a gram but the last, a bit for each last one. */
const grams = gramsOf([...refusalHints, ...selfNamingHints, ...leftoverHints]);

const runUnits = 10;
const distinctShareMin = 0.75;
const slotBitsMax = 14;
/** For which answer a slot was last filled, as one byte: the table stays near the processor. */
const filledFor = new Uint8Array(1 << slotBitsMax);
const fillingsMax = 255;
let fillings = 0;

interface Looked extends AnswerLook {
  answer: string;
  /** Bits of `wordLists`; null: they were not looked for yet. */
  words: number | null;
}

/** Looks that are kept: as many as answers are asked about by one check before the next one asks. */
const looksKept = 16;
const looks = Array.from({ length: looksKept }, (): Looked => {
  return { answer: '', words: 0, isHinted: false, mayRepeat: false, letters: 0, signs: 0 };
});
let lookedAt = 0;
let written = 0;

const entryOf = Uint16Array.from({ length: 1 << 16 }, (_, unit) => {
  const isLetter = /^[A-Za-z0-9]$/.test(String.fromCharCode(unit));
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

/** Lists of words, each as a bit of `wordsIn`. */
export const wordLists = { refusing: 1, selfNaming: 2 } as const;
/** They are looked for this far into an answer. */
const wordUnits = 500;
const findWords = makeWordTest([refusalHints, selfNamingHints], wordUnits);

/** Of which `wordLists` does a word stand at the beginning of the answer? */
export function wordsIn(answer: string): number {
  const look = keptLook(answer);
  look.words ??= look.isHinted ? findWords(answer) : 0;
  return look.words;
}

/** Asked again for one of the last answers, it does not read it again. */
export function lookAt(answer: string): Readonly<AnswerLook> {
  return keptLook(answer);
}

function keptLook(answer: string): Looked {
  // Mostly it is the one that was asked for last, or the next.
  for (let step = 0; step < looksKept; step += 1) {
    const place = (lookedAt + step) % looksKept;
    const look = looks[place] as Looked;
    if (look.answer.length === answer.length && look.answer === answer) {
      lookedAt = place;
      return look;
    }
  }
  written = (written + 1) % looksKept;
  lookedAt = written;
  const look = looks[written] as Looked;
  readInto(look, answer);
  look.answer = answer;
  look.words = null;
  return look;
}

/**
 * One value holds the classes of the last six units, and of a seventh in part: its lower bits are the gram, and all of it
 * tells runs apart, since equal runs of ten units end in equal values.
 */
function readInto(look: AnswerLook, answer: string): void {
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
    hints |= (grams[(last & gramMask) >>> classBits] as number) >>> (last & classMask);
    counts += entry >>> letterShift;
    const slot = Math.imul(last, 0x9e3779b1) >>> shift;
    // One where they differ, without a decision.
    distinct += (((filledFor[slot] as number) ^ filling) + fillingsMax) >> 8;
    filledFor[slot] = filling;
  }
  look.isHinted = (hints & 1) === 1;
  // Up to nine values belong to no run of ten.
  const isDistinct = distinct - (runUnits - 1) > runs * distinctShareMin;
  look.mayRepeat = runs > 0 && !(isDistinct && length === answer.length);
  look.letters = counts & countMask;
  look.signs = counts >>> (signShift - letterShift);
}

function nextFilling(): number {
  fillings += 1;
  if (fillings > fillingsMax) {
    filledFor.fill(0);
    fillings = 1;
  }
  return fillings;
}

function gramsOf(words: readonly string[]): Int32Array {
  const grams = new Int32Array((gramMask + 1) >>> classBits);
  for (const word of words) {
    const classes = Array.from({ length: word.length }, (_, at) => classOf(word.charCodeAt(at)));
    const missing = Math.max(0, gramUnits - classes.length);
    const end = missing === 0 ? rarestGram(classes) : classes.reduce(joined, 0);
    // Before a word of fewer units may stand anything.
    for (let before = 0; before < 1 << (classBits * missing); before += 1) {
      const gram = (before << (classBits * classes.length)) | end;
      const place = gram >>> classBits;
      grams[place] = (grams[place] as number) | (1 << (gram & classMask));
    }
  }
  return grams;
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
