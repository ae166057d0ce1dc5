// Sixteen bytes at a time: the text as words are compared with it, its capitals, and the places of bytes that have to be
// looked at one by one. (AssemblyScript)

import { splat } from '../../kernels/splats.kernel';
import { BLANK_HALVES, BLANKS, CAPITALS, HIGH_BITS, MARKS, NORMAL, TEXT } from './memory-plan.kernel';
import { forgetUnits, noteWide, shiftSoFar } from './text-units.kernel';

const WIDE_FROM: i32 = 0xc2;
const WIDE_CAPITALS_FROM: i32 = 0xc3;
const WIDE_CAPITALS: i32 = 0xf5 - 0xc3;

let capitals: i32 = 0;
let isPaired: bool = false;

/** Of the text that was marked last: how many capitals may begin something. */
export function capitalCount(): i32 {
  return capitals;
}

/** Two words in a row begin with a capital. */
export function hasPairOfCapitals(): bool {
  return isPaired;
}

/** Call once, after the table of blanks was written: a byte of ASCII is known by the two halves of its bits. */
export function prepareBytes(): void {
  for (let byte: usize = 0; byte < 128; byte++) {
    const bit: i32 = 1 << (<i32>(byte >> 4));
    const low = BLANK_HALVES + (byte & 15);
    store<u8>(HIGH_BITS + (byte >> 4), bit);
    store<u8>(low, <i32>load<u8>(low) | (load<u8>(BLANKS + byte) !== 0 ? bit : 0));
  }
}

/**
 * Marks digits, what stands like `@` and `:`, and dots behind the first of those.
 * @param length of the text, the blank before it included @returns how many are marked
 */
export function markBytes(length: i32): i32 {
  // What is read beyond the end says nothing then.
  v128.store(TEXT + <usize>length, i8x16.splat(0));
  const highBits = v128.load(HIGH_BITS);
  const blankHalves = v128.load(BLANK_HALVES);
  let write = MARKS;
  let marked = 0;
  let wasLetter = 0;
  let at = 0;
  forgetUnits();
  beginCapitals();
  for (; at < length; at += 16) {
    const bytes = v128.load(TEXT + <usize>at);
    const lower = v128.or(bytes, splat(32));
    const letters = i8x16.lt_u(i8x16.sub(lower, splat(97)), splat(26));
    const small = v128.bitselect(lower, bytes, letters);
    const high = i8x16.swizzle(highBits, i8x16.shr_u(bytes, 4));
    const blank = v128.and(i8x16.swizzle(blankHalves, v128.and(bytes, splat(15))), high);
    v128.store(NORMAL + <usize>at, v128.bitselect(small, splat(32), i8x16.eq(blank, i8x16.splat(0))));

    let marks = bitsOfMarks(bytes);
    marks |= (marks | marked) !== 0 ? i8x16.bitmask(i8x16.eq(bytes, splat(46))) : 0;
    marked |= marks;
    for (; marks !== 0; marks &= marks - 1) {
      store<u16>(write, at + ctz(marks));
      write += 2;
    }
    const upper = bitsOfUpper(bytes);
    const letterBits = i8x16.bitmask(letters);
    readStarts(upper, bytes);
    addCapitals(at, upper & ~((letterBits << 1) | wasLetter), bytes);
    wasLetter = letterBits >> 15;
  }
  v128.store(NORMAL + <usize>at, i8x16.splat(0));
  return <i32>((write - MARKS) >> 1);
}

function bitsOfMarks(bytes: v128): i32 {
  const digits = i8x16.lt_u(i8x16.sub(bytes, splat(48)), splat(10));
  const signs = v128.or(i8x16.eq(bytes, splat(64)), i8x16.eq(bytes, splat(58)));
  return i8x16.bitmask(v128.or(digits, signs));
}

/** What begins beyond the letters of Latin-1 may be a capital: the detectors look closer. */
function bitsOfUpper(bytes: v128): i32 {
  const ascii = i8x16.lt_u(i8x16.sub(bytes, splat(65)), splat(26));
  const wide = i8x16.lt_u(i8x16.sub(bytes, splat(WIDE_CAPITALS_FROM)), splat(WIDE_CAPITALS));
  return i8x16.bitmask(v128.or(ascii, wide));
}

/** Bits at the end of the sixteen bytes before: a space; a word begun with a capital; a space behind one. */
let wasSpace: i32 = 0;
let wasBegun: i32 = 0;
let wasEnd: i32 = 0;

function beginCapitals(): void {
  capitals = 0;
  isPaired = false;
  wasSpace = 0;
  wasBegun = 0;
  wasEnd = 0;
}

/** A capital that is added to the run of bits of its word carries over to the space behind the word. */
function readStarts(upper: i32, bytes: v128): void {
  const blank = v128.or(i8x16.eq(bytes, splat(32)), i8x16.eq(bytes, splat(10)));
  const rare = v128.or(i8x16.eq(bytes, splat(9)), i8x16.eq(bytes, splat(13)));
  const spaces = i8x16.bitmask(v128.or(blank, rare));
  const starts = upper & ((spaces << 1) | wasSpace);
  const carried = (spaces ^ 0xffff) + starts + wasBegun;
  const ends = carried & spaces;
  isPaired = isPaired || (starts & ((ends << 1) | wasEnd)) !== 0;
  wasSpace = spaces >> 15;
  wasBegun = carried >> 16;
  wasEnd = ends >> 15;
}

function addCapitals(at: i32, bits: i32, bytes: v128): void {
  if (i8x16.bitmask(bytes) !== 0) {
    addAmongWide(at, bits, i8x16.bitmask(i8x16.ge_u(bytes, splat(WIDE_FROM))));
    return;
  }
  const from = at - shiftSoFar();
  for (let left = bits; left !== 0; left &= left - 1) {
    store<i32>(CAPITALS + ((<usize>capitals) << 2), from + ctz(left));
    capitals++;
  }
}

/** Quotes, dashes and blanks of U+2000 to U+203F are no capitals. */
function addAmongWide(at: i32, bits: i32, wides: i32): void {
  for (let left = bits | wides; left !== 0; left &= left - 1) {
    const bit = ctz(left);
    const place = at + bit;
    const byte = <i32>load<u8>(TEXT + <usize>place);
    const isSign = byte === 0xe2 && load<u8>(TEXT + <usize>place + 1) === 0x80;
    if (((bits >> bit) & 1) !== 0 && !isSign) {
      store<i32>(CAPITALS + ((<usize>capitals) << 2), place - shiftSoFar());
      capitals++;
    }
    if (byte >= WIDE_FROM) {
      noteWide(place, byte);
    }
  }
}
