// What a text can be seen to hold from its marked bytes, as `readSigns` of `byte-signs.ts` says it; capitals are read
// where bytes are marked. (AssemblyScript)
import { DIGITS, MARKS, TEXT } from './memory-plan.kernel';
import { unitAt } from './text-units.kernel';

const AT: i32 = 64;
const COLON: i32 = 58;
const DOT: i32 = 46;

/** As in `detector.ts`. */
const DIGIT_SIGN: i32 = 1;
const RUN7_SIGN: i32 = 2;
const RUN12_SIGN: i32 = 4;
const AT_SIGN: i32 = 8;
const DOTTED_SIGN: i32 = 16;
const COLONS_SIGN: i32 = 32;
const MIXED_SIGN: i32 = 64;
export const CAPITALS_SIGN: i32 = 128;
const COLON_SIGN: i32 = 256;
const RUN6_SIGN: i32 = 512;

const OTHER_BYTES_MAX: i32 = 2;
const MIXED_BYTES_MIN: i32 = 8;

let digits: i32 = 0;

/** Of the text that was read last: how many runs of digits begin. */
export function digitCount(): i32 {
  return digits;
}

/** @param marks how many bytes are marked @param length of the text, the blank before it included @returns the signs */
export function readSigns(marks: i32, length: i32): i32 {
  let signs = 0;
  let digitAt = -9;
  let run = 0;
  let dots = 0;
  let wordEnd = 0;
  digits = 0;
  for (let mark = 0; mark < marks; mark++) {
    const place = <i32>load<u16>(MARKS + ((<usize>mark) << 1));
    const byte = byteAt(place);
    if (byte === DOT) {
      dots = digitAt === place - 1 ? dots + 1 : 0;
      signs |= dots >= 3 ? DOTTED_SIGN : 0;
    } else if (byte === COLON) {
      signs |= (signs & COLON_SIGN) !== 0 ? COLONS_SIGN : COLON_SIGN;
    } else if (byte === AT) {
      signs |= AT_SIGN;
    } else {
      if (digitAt !== place - 1) {
        store<i32>(DIGITS + ((<usize>digits) << 2), unitAt(place));
        digits++;
      }
      run = place - digitAt > OTHER_BYTES_MAX + 1 ? 1 : run + 1;
      digitAt = place;
      signs |= runSigns(run);
      if (place >= wordEnd && (signs & MIXED_SIGN) === 0) {
        wordEnd = endOfWord(place, length);
        signs |= wordEnd - wordStart(place) >= MIXED_BYTES_MIN ? MIXED_SIGN : 0;
      }
    }
  }
  return signs;
}

function runSigns(run: i32): i32 {
  if (run < 6) {
    return DIGIT_SIGN;
  }
  const six = DIGIT_SIGN | RUN6_SIGN;
  return run < 7 ? six : run < 12 ? six | RUN7_SIGN : six | RUN7_SIGN | RUN12_SIGN;
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
