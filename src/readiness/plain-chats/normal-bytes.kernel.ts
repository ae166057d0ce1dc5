// Normal forms from the bytes of a text, the signs that are met on the way, and the cluster of a normal prompt.
// (AssemblyScript)

import { splat } from '../kernels/splats.kernel';
import {
  LINE_FEED,
  MASKED,
  MET,
  NORMAL,
  NORMALS,
  NOT_IN_TABLE,
  SIGN_HALVES,
  SIGNS,
  SLOT_SIGNS,
  SPACE,
  TABLE_UNITS,
} from './memory-plan.kernel';
import { pack } from './packed-bytes.kernel';

/** Signs of characters of several bytes, and those that were handed in. */
let signs: i32 = 0;
let hasDigits: bool = false;
let hasLongRun: bool = false;
/** Bits of `textSigns`. */
const WIDE: i32 = 128;
const LONG_RUN: i32 = 4096;
const HASH_START: u32 = 0x811c9dc5;
let end: usize = NORMAL;

export function beginNormal(): void {
  end = NORMAL;
  signs = 0;
  hasDigits = false;
  hasLongRun = false;
  v128.store(MET, i8x16.splat(0));
  v128.store(MET + 16, i8x16.splat(0));
  v128.store(MET + 32, i8x16.splat(0));
}

/** Call once, after the table of signs was written: each sign of ASCII gets a bit of two bytes. */
export function prepareSigns(): void {
  let slot = 0;
  for (let byte = 0; byte < 128; byte++) {
    const sign = <i32>load<u16>(SIGNS + ((<usize>byte) << 1));
    if (sign !== 0) {
      const halves = SIGN_HALVES + (slot < 8 ? 0 : 32);
      const bit = 1 << (slot & 7);
      const low = halves + <usize>(byte & 15);
      const high = halves + 16 + <usize>(byte >> 4);
      store<u8>(low, <i32>load<u8>(low) | bit);
      store<u8>(high, <i32>load<u8>(high) | bit);
      store<u16>(SLOT_SIGNS + ((<usize>slot) << 1), sign);
      slot++;
    }
  }
}

export function normalEnd(): usize {
  return end;
}

export function signsMet(): i32 {
  let met = signs;
  for (let left = anyBits(MET) | (anyBits(MET + 16) << 8); left !== 0; left &= left - 1) {
    met |= <i32>load<u16>(SLOT_SIGNS + ((<usize>ctz(left)) << 1));
  }
  return met | (hasLongRun || (met & WIDE) !== 0 ? LONG_RUN : 0);
}

/** Of sixteen bytes. */
function anyBits(at: usize): i32 {
  const eight = load<u64>(at) | load<u64>(at + 8);
  const four = <u32>(eight | (eight >> 32));
  const two = four | (four >> 16);
  return (two | (two >> 8)) & 255;
}

function digitsWereMet(): bool {
  return hasDigits || v128.any_true(v128.load(MET + 32));
}

export function meetSigns(met: i32): void {
  signs |= met;
}

/** Of a text that has no normal form here. */
export function signsIn(from: usize, to: usize): i32 {
  let met = 0;
  for (let at = from; at < to; at++) {
    met |= <i32>load<u16>(SIGNS + ((<usize>load<u8>(at)) << 1));
  }
  for (let at = from; at + 16 <= to; at += 16) {
    const bytes = v128.load(at);
    met |= isAllBase64(bytes, v128.or(lettersOf(v128.or(bytes, splat(32))), digitsOf(bytes))) ? LONG_RUN : 0;
  }
  return met;
}

/**
 * Writes the normal form of the text behind those before it. False: no word is in it, or the table does not reach.
 * @param to behind it is room for sixteen blanks
 */
export function writeNormal(from: usize, to: usize): bool {
  let write = end;
  if (write > NORMAL) {
    store<u8>(write, LINE_FEED);
    write++;
  }
  const start = write;
  // What is read beyond the end says nothing then.
  v128.store(to, splat(32));
  let first = i8x16.splat(0);
  let second = i8x16.splat(0);
  let anyDigits = i8x16.splat(0);
  let runs = 0;
  let wasSpace = 1;
  let at = from;
  while (at < to) {
    const bytes = v128.load(at);
    if (i8x16.bitmask(bytes) !== 0) {
      end = write;
      const read = wideNormal(at, to, wasSpace);
      if (read < 0) {
        return false;
      }
      at += <usize>(read >> 1);
      wasSpace = read & 1;
      write = end;
      continue;
    }
    const lower = v128.or(bytes, splat(32));
    const letters = lettersOf(lower);
    const digits = digitsOf(bytes);
    const both = v128.or(letters, digits);
    const words = v128.or(both, i8x16.eq(bytes, splat(95)));
    const normal = v128.bitselect(v128.bitselect(lower, bytes, letters), splat(32), words);
    const spaces = i8x16.bitmask(words) ^ 0xffff;
    runs |= isAllBase64(bytes, both) ? 1 : 0;
    first = v128.or(first, signsAmong(bytes, SIGN_HALVES));
    second = v128.or(second, signsAmong(bytes, SIGN_HALVES + 32));
    anyDigits = v128.or(anyDigits, digits);
    write = pack(write, normal, 0xffff & ~(spaces & ((spaces << 1) | wasSpace)));
    wasSpace = spaces >> 15;
    at += 16;
  }
  meet(first, second, anyDigits);
  hasLongRun = hasLongRun || runs === 1;
  write -= wasSpace === 1 && write > start ? 1 : 0;
  end = write;
  return write > start;
}

/** @param lower bytes with the bit of small letters set */
export function lettersOf(lower: v128): v128 {
  return i8x16.lt_u(i8x16.sub(lower, splat(97)), splat(26));
}

export function digitsOf(bytes: v128): v128 {
  return i8x16.lt_u(i8x16.sub(bytes, splat(48)), splat(10));
}

/** @param both where letters and digits are */
function isAllBase64(bytes: v128, both: v128): bool {
  const others = v128.or(i8x16.eq(bytes, splat(43)), i8x16.eq(bytes, splat(47)));
  return i8x16.all_true(v128.or(both, others));
}

/** Each sign has a bit that only its two halves of four bits have in common. @param halves where the table is */
function signsAmong(bytes: v128, halves: usize): v128 {
  const low = i8x16.swizzle(v128.load(halves), v128.and(bytes, splat(15)));
  return v128.and(low, i8x16.swizzle(v128.load(halves + 16), i8x16.shr_u(bytes, 4)));
}

/** Notes what was met, sixteen bytes put together. */
function meet(first: v128, second: v128, digits: v128): void {
  v128.store(MET, v128.or(v128.load(MET), first));
  v128.store(MET + 16, v128.or(v128.load(MET + 16), second));
  v128.store(MET + 32, v128.or(v128.load(MET + 32), digits));
}

/** Of at least sixteen bytes, character by character. @returns whether a space came last, and twice the bytes; or −1 */
function wideNormal(from: usize, to: usize, wasSpaceBefore: i32): i32 {
  let at = from;
  let write = end;
  let wasSpace = wasSpaceBefore;
  const until = from + 16 < to ? from + 16 : to;
  while (at < until) {
    const byte = <i32>load<u8>(at);
    const bytes = byte < 128 ? 1 : byte < 0xe0 ? 2 : 3;
    const normal = byte < 128 ? <i32>load<u8>(NORMALS + <usize>byte) : normalOfWide(at);
    if (normal === NOT_IN_TABLE) {
      return -1;
    }
    signs |= <i32>load<u16>(SIGNS + ((<usize>byte) << 1));
    if (normal !== SPACE || wasSpace === 0) {
      store<u8>(write, normal);
      write++;
    }
    hasDigits = hasDigits || (normal >= 48 && normal <= 57);
    wasSpace = normal === SPACE ? 1 : 0;
    at += <usize>bytes;
  }
  end = write;
  return ((<i32>(at - from)) << 1) | wasSpace;
}

function normalOfWide(at: usize): i32 {
  const lead = <i32>load<u8>(at);
  const next = <i32>load<u8>(at + 1) & 63;
  const isTwo = lead < 0xe0;
  const unit = isTwo ? ((lead & 31) << 6) | next : ((lead & 15) << 12) | (next << 6) | (<i32>load<u8>(at + 2) & 63);
  return lead < 0xf0 && unit < TABLE_UNITS ? <i32>load<u8>(NORMALS + <usize>unit) : NOT_IN_TABLE;
}

/** Bucket of the normal prompt, each run of digits as one sign: the same as the long way has it. */
export function clusterOf(promptBytes: usize): i32 {
  if (!digitsWereMet()) {
    return hashOf(NORMAL, promptBytes);
  }
  let write = MASKED;
  let wasDigit = 0;
  for (let at: usize = 0; at < promptBytes; at += 16) {
    const left = <i32>(promptBytes - at);
    const read = left >= 16 ? 0xffff : (1 << left) - 1;
    const bytes = v128.load(NORMAL + at);
    const isDigit = digitsOf(bytes);
    const digits = i8x16.bitmask(isDigit) & read;
    const masked = v128.bitselect(splat(35), bytes, isDigit);
    write = pack(write, masked, read & ~(digits & ((digits << 1) | wasDigit)));
    wasDigit = (digits >> (left >= 16 ? 15 : left - 1)) & 1;
  }
  return hashOf(MASKED, write - MASKED);
}

/** Four hashes take the words in turn. */
function hashOf(from: usize, bytes: usize): i32 {
  let next: u32 = HASH_START;
  let second: u32 = HASH_START;
  let third: u32 = HASH_START;
  let last: u32 = HASH_START;
  let at: usize = 0;
  for (; at + 16 <= bytes; at += 16) {
    next = step(next, load<u32>(from + at));
    second = step(second, load<u32>(from + at + 4));
    third = step(third, load<u32>(from + at + 8));
    last = step(last, load<u32>(from + at + 12));
  }
  for (; at < bytes; at += 4) {
    const left = bytes - at;
    const read: u32 = left < 4 ? ((<u32>1) << ((<u32>left) << 3)) - 1 : 0xffffffff;
    const hash = step(next, load<u32>(from + at) & read);
    next = second;
    second = third;
    third = last;
    last = hash;
  }
  const hash = step(step(step(next, second), third), last);
  const mixed = (hash ^ (hash >> 16)) * <u32>0x85ebca6b;
  return <i32>((mixed ^ (mixed >> 13)) & 1023);
}

function step(hash: u32, word: u32): u32 {
  const mixed = (hash ^ word) * <u32>0x01000193;
  return mixed ^ (mixed >> 15);
}
