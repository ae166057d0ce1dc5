// The classes of an answer's units, four in a number, and how many letters and signs it has: sixteen units at a time, since
// both are asked of every unit. (AssemblyScript)

import { splat } from '../kernels/splats.kernel';
import { CLASSES, LOOK_ENTRIES, QUADS, SHOWN } from './memory-plan.kernel';
import { digitsOf, lettersOf } from './normal-bytes.kernel';

export const CLASS_BITS: i32 = 5;
export const QUAD_BITS: i32 = 4 * CLASS_BITS;
const CLASS_MASK: u32 = 31;
/** Of most bytes that are no letters. The tables hold what the others differ by, as a byte that no table reaches is nought. */
const OTHER_ASCII: u32 = 28;
const PAIR_FACTORS: usize = CLASSES + 5 * 16;

let letters: u32 = 0;
let signs: u32 = 0;

/** Call once, after the entries were written. */
export function prepareUnits(): void {
  keepClasses(CLASSES, 0);
  keepClasses(CLASSES + 16, 32);
  keepClasses(CLASSES + 32, 64);
  keepClasses(CLASSES + 48, 80);
  keepClasses(CLASSES + 64, 128);
  // The first pair is moved above the second.
  v128.store(PAIR_FACTORS, i32x4.splat(0x10400));
  v128.store(SHOWN, i8x16.splat(-1));
  v128.store(SHOWN + 16, i8x16.splat(0));
}

function keepClasses(to: usize, first: usize): void {
  for (let at: usize = 0; at < 16; at++) {
    const entry = <u32>load<u16>(LOOK_ENTRIES + ((first + at) << 1));
    store<u8>(to + at, (entry & CLASS_MASK) ^ OTHER_ASCII);
  }
}

export function lettersCounted(): u32 {
  return letters;
}

export function signsCounted(): u32 {
  return signs;
}

/** Counts, and writes the classes: of up to fifteen units too many. */
export function readUnits(from: usize, length: i32): void {
  let lettersMet = i8x16.splat(0);
  let visible = i8x16.splat(0);
  const space = splat(32);
  for (let at = 0; at < length; at += 16) {
    const bytes = v128.load(from + <usize>at);
    const left = length - at;
    const shown = v128.load(SHOWN + <usize>(left < 16 ? 16 - left : 0));
    const met = v128.or(lettersOf(v128.or(bytes, space)), digitsOf(bytes));
    lettersMet = i8x16.sub(lettersMet, v128.and(met, shown));
    // Signed, so that nothing beyond ASCII is among them.
    visible = i8x16.sub(visible, v128.and(i8x16.gt_s(bytes, space), shown));
    v128.store(QUADS + <usize>at, quadsOf(classesOf(bytes)));
  }
  // Up to a thousand each: both fit into one number.
  const sums = v128.or(sumsOf(lettersMet), i32x4.shl(sumsOf(visible), 16));
  const both =
    i32x4.extract_lane(sums, 0) +
    i32x4.extract_lane(sums, 1) +
    i32x4.extract_lane(sums, 2) +
    i32x4.extract_lane(sums, 3);
  letters = <u32>both & 0xffff;
  signs = (<u32>both >> 16) - letters;
}

function sumsOf(bytes: v128): v128 {
  return i32x4.extadd_pairwise_i16x8_u(i16x8.extadd_pairwise_i8x16_u(bytes));
}

/** As in the entries: letters are alike in both cases, so that one table serves both. */
function classesOf(bytes: v128): v128 {
  const upper = v128.and(bytes, splat(0xdf));
  const controls = i8x16.swizzle(v128.load(CLASSES), bytes);
  const marks = i8x16.swizzle(v128.load(CLASSES + 16), i8x16.sub(bytes, splat(32)));
  const firstLetters = i8x16.swizzle(v128.load(CLASSES + 32), i8x16.sub(upper, splat(64)));
  const lastLetters = i8x16.swizzle(v128.load(CLASSES + 48), i8x16.sub(upper, splat(80)));
  const beyond = i8x16.swizzle(v128.load(CLASSES + 64), i8x16.sub(bytes, splat(128)));
  const ascii = v128.or(v128.or(controls, marks), v128.or(firstLetters, lastLetters));
  return v128.xor(v128.or(ascii, beyond), splat(OTHER_ASCII));
}

/** Twenty bits of each four classes, the first on top. */
function quadsOf(classes: v128): v128 {
  const pairs = v128.or(i16x8.shr_u(i16x8.shl(classes, 8), 3), i16x8.shr_u(classes, 8));
  return i32x4.dot_i16x8_s(pairs, v128.load(PAIR_FACTORS));
}
