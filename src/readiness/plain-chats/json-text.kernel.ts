// Texts of JSON from their bytes: stepped over, or unescaped as they are copied. Whatever is not well-formed, and the rare
// that has to be remarked on (control characters, halves of pairs), is declined. (AssemblyScript)

import { splat } from '../kernels/splats.kernel';
import { BACKSLASH, LINE_FEED, QUOTE, SPACE } from './memory-plan.kernel';

/** Of the text that was unescaped last. */
let isWide: bool = false;
let isRespelt: bool = false;
let writtenTo: usize = 0;

/** Something beyond ASCII stands in it. */
export function textIsWide(): bool {
  return isWide;
}

/** Its bytes are not those that canonical JSON has for it. */
export function textIsRespelt(): bool {
  return isRespelt;
}

export function textWrittenTo(): usize {
  return writtenTo;
}

export function afterBlanks(from: usize, end: usize): usize {
  let at = from;
  while (at < end) {
    const byte = <i32>load<u8>(at);
    if (byte !== SPACE && byte !== 9 && byte !== 13 && byte !== LINE_FEED) {
      break;
    }
    at++;
  }
  return at;
}

/** The closing quote, or 0. What the text holds is not looked at. */
export function endOfText(from: usize, end: usize): usize {
  let at = from;
  while (at < end) {
    const bytes = v128.load(at);
    const stops = v128.or(i8x16.eq(bytes, splat(34)), i8x16.eq(bytes, splat(92)));
    const mask = i8x16.bitmask(stops);
    if (mask === 0) {
      at += 16;
      continue;
    }
    at += <usize>ctz(mask);
    if (at >= end) {
      return 0;
    }
    if (load<u8>(at) === QUOTE) {
      return at;
    }
    at += 2;
  }
  return 0;
}

/** @param to where it is written @returns the closing quote, or 0 for what is to be read the long way */
export function unescapeText(from: usize, end: usize, to: usize): usize {
  let at = from;
  let write = to;
  isWide = false;
  isRespelt = false;
  while (at < end) {
    const bytes = v128.load(at);
    v128.store(write, bytes);
    // Signed, so that bytes beyond ASCII are below the space as control characters are.
    const low = i8x16.lt_s(bytes, splat(32));
    const ends = v128.or(i8x16.eq(bytes, splat(34)), i8x16.eq(bytes, splat(92)));
    const mask = i8x16.bitmask(v128.or(v128.or(low, ends), i8x16.eq(bytes, splat(127))));
    if (mask === 0) {
      at += 16;
      write += 16;
      continue;
    }
    const plain = <usize>ctz(mask);
    at += plain;
    write += plain;
    const byte = <i32>load<u8>(at);
    if (byte === QUOTE) {
      writtenTo = write;
      return at < end ? at : 0;
    }
    const taken = byte === BACKSLASH ? unescapeSign(at, write) : byte >= 128 ? copyWide(at, write) : 0;
    if (taken === 0) {
      return 0;
    }
    at += <usize>(taken & 15);
    write += <usize>(taken >> 4);
  }
  return 0;
}

/** @returns bytes read, and sixteen times the bytes written; 0: none of the escapes that are read here */
function unescapeSign(at: usize, write: usize): i32 {
  const sign = <i32>load<u8>(at + 1);
  if (sign === 117) {
    return unescapeUnit(at, write);
  }
  const byte = sign === 110 ? 10 : sign === 116 ? 9 : sign === 114 ? 13 : sign;
  if (byte !== 10 && byte !== 9 && byte !== 13 && byte !== QUOTE && byte !== BACKSLASH && byte !== 47) {
    return 0;
  }
  if (sign === 10 || sign === 9 || sign === 13) {
    return 0;
  }
  isRespelt = isRespelt || byte === 47;
  store<u8>(write, byte);
  return 2 | 16;
}

/** A character by its number, or by two of them. Control characters and halves of pairs are read the long way. */
function unescapeUnit(at: usize, write: usize): i32 {
  const unit = hexAt(at + 2);
  isRespelt = true;
  if (unit < 0 || unit === 127 || (unit < 32 && unit !== 10 && unit !== 9 && unit !== 13)) {
    return 0;
  }
  if (unit < 128) {
    store<u8>(write, unit);
    return 6 | 16;
  }
  isWide = true;
  if (unit < 0x800) {
    store<u8>(write, 0xc0 | (unit >> 6));
    store<u8>(write + 1, 0x80 | (unit & 63));
    return 6 | 32;
  }
  if (unit < 0xd800 || unit >= 0xe000) {
    store<u8>(write, 0xe0 | (unit >> 12));
    store<u8>(write + 1, 0x80 | ((unit >> 6) & 63));
    store<u8>(write + 2, 0x80 | (unit & 63));
    return 6 | 48;
  }
  const low = load<u16>(at + 6) === 0x755c ? hexAt(at + 8) : -1;
  if (unit >= 0xdc00 || low < 0xdc00 || low >= 0xe000) {
    return 0;
  }
  const code = 0x10000 + ((unit - 0xd800) << 10) + (low - 0xdc00);
  store<u8>(write, 0xf0 | (code >> 18));
  store<u8>(write + 1, 0x80 | ((code >> 12) & 63));
  store<u8>(write + 2, 0x80 | ((code >> 6) & 63));
  store<u8>(write + 3, 0x80 | (code & 63));
  return 12 | 64;
}

/** Of four digits, or −1. */
function hexAt(at: usize): i32 {
  let value = 0;
  for (let place: usize = 0; place < 4; place++) {
    const sign = <i32>load<u8>(at + place);
    const lower = sign | 32;
    const digit = sign >= 48 && sign <= 57 ? sign - 48 : lower >= 97 && lower <= 102 ? lower - 87 : -1;
    if (digit < 0) {
      return -1;
    }
    value = (value << 4) | digit;
  }
  return value;
}

/** A character of two to four bytes, by the table of well-formed sequences in the Unicode standard (3.9). */
function copyWide(at: usize, write: usize): i32 {
  const lead = <i32>load<u8>(at);
  const next = <i32>load<u8>(at + 1);
  const bytes = lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : 2;
  const lowest = lead === 0xe0 ? 0xa0 : lead === 0xf0 ? 0x90 : 0x80;
  const highest = lead === 0xed ? 0x9f : lead === 0xf4 ? 0x8f : 0xbf;
  if (lead < 0xc2 || lead > 0xf4 || next < lowest || next > highest) {
    return 0;
  }
  for (let place: usize = 2; place < <usize>bytes; place++) {
    if ((load<u8>(at + place) & 0xc0) !== 0x80) {
      return 0;
    }
  }
  store<u32>(write, load<u32>(at));
  isWide = true;
  return bytes | (bytes << 4);
}
