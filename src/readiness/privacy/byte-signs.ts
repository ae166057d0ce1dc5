// What a text can be seen to hold from those of its bytes that are no small letters: digits in a row, signs of addresses,
// words that begin with a capital. Bytes are those of UTF-8, with a blank before the first: a text begins like a word.
import { sign } from './detectors/detector.js';

const upper = 1;
const digit = 2;
const at = 3;
const colon = 4;
const dot = 5;
const wide = 6;
const wideFrom = 0xc2;

/** By byte: what has to be looked at; 0: nothing. */
export const kindOf = new Uint8Array(256);
kindOf.fill(digit, 48, 58);
kindOf.fill(upper, 65, 91);
kindOf[wideFrom] = wide;
// What begins beyond the letters of Latin-1 may be a capital: the detectors look closer.
kindOf.fill(upper, wideFrom + 1, 0xf5);
kindOf[64] = at;
kindOf[58] = colon;
kindOf[46] = dot;

/** Between two digits of one run. */
const otherBytesMax = 2;
const mixedBytesMin = 8;

export interface MarkedBytes {
  readonly bytes: Uint8Array;
  /** Of the bytes, the blank before the first one included. */
  readonly length: number;
  /** Places of the first bytes of pairs of which one has a kind, ascending. */
  readonly marks: Int32Array;
  readonly markCount: number;
}

interface GrowingPlaces {
  readonly at: number[];
  count: number;
}

/** Places of a text, in UTF-16 units. */
export class Beginnings {
  /** First digits of runs. */
  readonly digits: GrowingPlaces = { at: [], count: 0 };
  /** What may be a capital and has no letter of ASCII before it. */
  readonly capitals: GrowingPlaces = { at: [], count: 0 };
  /** Places of bytes that begin a character beyond ASCII. */
  private readonly wides: GrowingPlaces = { at: [], count: 0 };
  /** For each of them: by how much fewer units than bytes the text has up to its end. */
  private readonly shifts: number[] = [];

  clear(): void {
    this.digits.count = 0;
    this.capitals.count = 0;
    this.wides.count = 0;
  }

  /** Remembers a character beyond ASCII and returns the shift behind it. */
  addWide(place: number, byte: number): number {
    const before = this.wides.count === 0 ? 0 : (this.shifts[this.wides.count - 1] as number);
    // Two bytes are one unit, three are one, four are two.
    const shift = before + (byte < 0xe0 ? 1 : 2);
    this.shifts[this.wides.count] = shift;
    add(this.wides, place);
    return shift;
  }

  /** From places of bytes to places of units. Changes the places, which have to ascend. */
  toUnits(places: GrowingPlaces): void {
    let wides = 0;
    for (let at = 0; at < places.count; at += 1) {
      const place = places.at[at] as number;
      while (wides < this.wides.count && (this.wides.at[wides] as number) < place) {
        wides += 1;
      }
      places.at[at] = place - 1 - (wides === 0 ? 0 : (this.shifts[wides - 1] as number));
    }
  }
}

function add(places: GrowingPlaces, place: number): void {
  places.at[places.count] = place;
  places.count += 1;
}

/** Linear, although it looks around: a word is walked through at most once for its digits and once for its capital. */
export function readSigns(marked: MarkedBytes, beginnings: Beginnings): number {
  const { bytes, marks, markCount } = marked;
  const { digits, capitals } = beginnings;
  let signs = 0;
  let digitAt = -9;
  let run = 0;
  let dots = 0;
  let wordEnd = 0;
  let capitalAt = -1;
  let shift = 1;
  beginnings.clear();
  for (let half = 0; half < 2 * markCount; half += 1) {
    const place = (marks[half >> 1] as number) + (half & 1);
    const byte = bytes[place] as number;
    const kind = kindOf[byte];
    if (kind === upper) {
      if (isSpace(bytes[place - 1] as number)) {
        signs |= capitalAt !== -1 && wordStart(bytes, place - 1) === capitalAt ? sign.capitals : 0;
        capitalAt = place;
      }
      if (mayBeCapital(bytes, place)) {
        add(capitals, place - shift);
      }
    } else if (kind === digit) {
      if (digitAt !== place - 1) {
        add(digits, place - shift);
      }
      run = place - digitAt > otherBytesMax + 1 ? 1 : run + 1;
      digitAt = place;
      signs |= runSigns(run);
      if (place >= wordEnd && (signs & sign.mixed) === 0) {
        wordEnd = endOfWord(marked, place);
        signs |= wordEnd - wordStart(bytes, place) >= mixedBytesMin ? sign.mixed : 0;
      }
    } else if (kind === dot) {
      dots = digitAt === place - 1 ? dots + 1 : 0;
      signs |= dots >= 3 ? sign.dotted : 0;
    } else if (kind === at || kind === colon) {
      signs |= kind === at ? sign.at : signs & sign.colon ? sign.colons : sign.colon;
    }
    shift = byte < wideFrom ? shift : 1 + beginnings.addWide(place, byte);
  }
  return signs;
}

/** No letter of ASCII is before it, and it is none of the quotes, dashes and blanks of U+2000 to U+203F. */
function mayBeCapital(bytes: Uint8Array, place: number): boolean {
  return !isLetter(bytes[place - 1] as number) && !(bytes[place] === 0xe2 && bytes[place + 1] === 0x80);
}

function runSigns(run: number): number {
  if (run < 6) {
    return sign.digit;
  }
  const six = sign.digit | sign.run6;
  return run < 7 ? six : run < 12 ? six | sign.run7 : six | sign.run7 | sign.run12;
}

/** Of the word before a place. */
function wordStart(bytes: Uint8Array, place: number): number {
  let start = place;
  while (start > 0 && !isSpace(bytes[start - 1] as number)) {
    start -= 1;
  }
  return start;
}

function endOfWord({ bytes, length }: MarkedBytes, place: number): number {
  let end = place;
  while (end < length && !isSpace(bytes[end] as number)) {
    end += 1;
  }
  return end;
}

function isSpace(byte: number): boolean {
  return byte === 32 || byte === 10 || byte === 13 || byte === 9;
}

function isLetter(byte: number): boolean {
  return (byte >= 97 && byte <= 122) || (byte >= 65 && byte <= 90);
}
