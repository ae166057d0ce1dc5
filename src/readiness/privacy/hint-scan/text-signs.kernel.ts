// What a text can be seen to hold from its marked bytes: the same as `readSigns` of `byte-signs.ts`, which says more about
// each step. (AssemblyScript)
import { CAPITALS, DIGITS, KINDS, MARKS, SHIFTS, TEXT, WIDES } from './memory-plan.kernel';

/** Kinds as in `byte-signs.ts`. */
const UPPER: i32 = 1;
const DIGIT: i32 = 2;
const AT: i32 = 3;
const COLON: i32 = 4;
const DOT: i32 = 5;
const WIDE_FROM: i32 = 0xc2;

/** Signs as in `detector.ts`. */
const DIGIT_SIGN: i32 = 1;
const RUN7_SIGN: i32 = 2;
const RUN12_SIGN: i32 = 4;
const AT_SIGN: i32 = 8;
const DOTTED_SIGN: i32 = 16;
const COLONS_SIGN: i32 = 32;
const MIXED_SIGN: i32 = 64;
const CAPITALS_SIGN: i32 = 128;
const COLON_SIGN: i32 = 256;
const RUN6_SIGN: i32 = 512;

const OTHER_BYTES_MAX: i32 = 2;
const MIXED_BYTES_MIN: i32 = 8;

let digits: i32 = 0;
let capitals: i32 = 0;
let wides: i32 = 0;

export function digitCount(): i32 {
  return digits;
}

export function capitalCount(): i32 {
  return capitals;
}

/** @param marks how many bytes are marked @param length of the text, the blank before it included @returns the signs */
export function readSigns(marks: i32, length: i32): i32 {
  let signs = 0;
  let digitAt = -9;
  let run = 0;
  let dots = 0;
  let wordEnd = 0;
  let capitalAt = -1;
  let shift = 1;
  forget();
  for (let mark = 0; mark < marks; mark++) {
    const place = <i32>load<u16>(MARKS + ((<usize>mark) << 1));
    const byte = byteAt(place);
    const kind = <i32>load<u8>(KINDS + <usize>byte);
    if (kind === DIGIT) {
      if (digitAt !== place - 1) {
        addDigit(place - shift);
      }
      run = place - digitAt > OTHER_BYTES_MAX + 1 ? 1 : run + 1;
      digitAt = place;
      signs |= runSigns(run);
      if (place >= wordEnd && (signs & MIXED_SIGN) === 0) {
        wordEnd = endOfWord(place, length);
        signs |= wordEnd - wordStart(place) >= MIXED_BYTES_MIN ? MIXED_SIGN : 0;
      }
    } else if (kind === UPPER) {
      if (isSpace(byteAt(place - 1))) {
        signs |= (signs & CAPITALS_SIGN) === 0 && isWordFrom(capitalAt, place - 1) ? CAPITALS_SIGN : 0;
        capitalAt = place;
      }
      if (mayBeCapital(place, byte)) {
        addCapital(place - shift);
      }
    } else if (kind === DOT) {
      dots = digitAt === place - 1 ? dots + 1 : 0;
      signs |= dots >= 3 ? DOTTED_SIGN : 0;
    } else if (kind === AT) {
      signs |= AT_SIGN;
    } else if (kind === COLON) {
      signs |= (signs & COLON_SIGN) !== 0 ? COLONS_SIGN : COLON_SIGN;
    }
    shift = byte < WIDE_FROM ? shift : addWide(place, shift + (byte < 0xe0 ? 1 : 2));
  }
  return signs;
}

/** From the place of a byte to that of a unit. */
export function unitAt(place: i32): i32 {
  let from = 0;
  let to = wides;
  while (from < to) {
    const middle = (from + to) >> 1;
    if (<i32>load<u16>(WIDES + ((<usize>middle) << 1)) < place) {
      from = middle + 1;
    } else {
      to = middle;
    }
  }
  return place - (from === 0 ? 1 : <i32>load<u16>(SHIFTS + ((<usize>(from - 1)) << 1)));
}

function forget(): void {
  digits = 0;
  capitals = 0;
  wides = 0;
}

function addDigit(unit: i32): void {
  store<i32>(DIGITS + ((<usize>digits) << 2), unit);
  digits++;
}

function addCapital(unit: i32): void {
  store<i32>(CAPITALS + ((<usize>capitals) << 2), unit);
  capitals++;
}

/** @returns the shift */
function addWide(place: i32, shift: i32): i32 {
  store<u16>(WIDES + ((<usize>wides) << 1), place);
  store<u16>(SHIFTS + ((<usize>wides) << 1), shift);
  wides++;
  return shift;
}

function runSigns(run: i32): i32 {
  if (run < 6) {
    return DIGIT_SIGN;
  }
  const six = DIGIT_SIGN | RUN6_SIGN;
  return run < 7 ? six : run < 12 ? six | RUN7_SIGN : six | RUN7_SIGN | RUN12_SIGN;
}

function mayBeCapital(place: i32, byte: i32): bool {
  const before = byteAt(place - 1) | 32;
  return (before < 97 || before > 122) && !(byte === 0xe2 && byteAt(place + 1) === 0x80);
}

/** Whether the word that ends before a place begins at another. */
function isWordFrom(start: i32, end: i32): bool {
  return start !== -1 && wordStart(end) === start;
}

function wordStart(place: i32): i32 {
  let start = place;
  while (start > 0 && !isSpace(byteAt(start - 1))) {
    start--;
  }
  return start;
}

function endOfWord(place: i32, length: i32): i32 {
  let end = place;
  while (end < length && !isSpace(byteAt(end))) {
    end++;
  }
  return end;
}

function isSpace(byte: i32): bool {
  return byte === 32 || byte === 10 || byte === 13 || byte === 9;
}

function byteAt(place: i32): i32 {
  return <i32>load<u8>(TEXT + <usize>place);
}
