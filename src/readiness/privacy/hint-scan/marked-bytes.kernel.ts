// Sixteen bytes at a time: the text as words are compared with it, and the places of bytes that have a kind.
// (AssemblyScript)
import { BLANK_HALVES, BLANKS, HIGH_BITS, KIND_HALVES, KINDS, MARKS, NORMAL, TEXT } from './memory-plan.kernel';

const WIDE_FROM: i32 = 0xc2;

/** Call once, after the tables were written: a byte of ASCII is known by the two halves of its bits. */
export function prepareBytes(): void {
  for (let high: usize = 0; high < 8; high++) {
    store<u8>(HIGH_BITS + high, (<i32>1) << (<i32>high));
  }
  for (let byte: usize = 0; byte < 128; byte++) {
    const bit: i32 = 1 << (<i32>(byte >> 4));
    const low = byte & 15;
    if (load<u8>(KINDS + byte) !== 0) {
      store<u8>(KIND_HALVES + low, <i32>load<u8>(KIND_HALVES + low) | bit);
    }
    if (load<u8>(BLANKS + byte) !== 0) {
      store<u8>(BLANK_HALVES + low, <i32>load<u8>(BLANK_HALVES + low) | bit);
    }
  }
}

/** @param length of the text, the blank before it included @returns how many have a kind */
export function markBytes(length: i32): i32 {
  const highBits = v128.load(HIGH_BITS);
  const kindHalves = v128.load(KIND_HALVES);
  const blankHalves = v128.load(BLANK_HALVES);
  const none = i8x16.splat(0);
  let write = MARKS;
  let at = 0;
  // What is read beyond the end says nothing then.
  v128.store(TEXT + <usize>length, none);
  for (; at < length; at += 16) {
    const bytes = v128.load(TEXT + <usize>at);
    const low = v128.and(bytes, i8x16.splat(15));
    const high = i8x16.swizzle(highBits, i8x16.shr_u(bytes, 4));
    const upper = i8x16.lt_u(i8x16.sub(bytes, i8x16.splat(65)), i8x16.splat(26));
    const lower = v128.or(bytes, v128.and(upper, i8x16.splat(32)));
    const noBlank = i8x16.eq(v128.and(i8x16.swizzle(blankHalves, low), high), none);
    v128.store(NORMAL + <usize>at, v128.bitselect(lower, i8x16.splat(32), noBlank));
    const noKind = i8x16.eq(v128.and(i8x16.swizzle(kindHalves, low), high), none);
    const wide = i8x16.ge_u(bytes, i8x16.splat(<i8>WIDE_FROM));
    let mask = (i8x16.bitmask(noKind) ^ 0xffff) | i8x16.bitmask(wide);
    while (mask !== 0) {
      store<u16>(write, at + ctz(mask));
      write += 2;
      mask &= mask - 1;
    }
  }
  v128.store(NORMAL + <usize>at, none);
  return <i32>((write - MARKS) >> 1);
}
