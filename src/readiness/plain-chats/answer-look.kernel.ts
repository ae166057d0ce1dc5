// One look at an answer: the same bits that `lookAt` gives for it, by the same tables. (AssemblyScript)
import { hintsIn } from './answer-hints.kernel';
import { CLASS_BITS, lettersCounted, QUAD_BITS, readUnits, signsCounted } from './answer-units.kernel';
import { FILLED, QUADS, UNITS } from './memory-plan.kernel';

/** As in `answer-look.ts`, whose tables the caller writes. */
const LOOKED_BYTES_MAX: i32 = 1000;
const RUN_BYTES: i32 = 10;
const SLOT_BITS_MAX: i32 = 14;
const FILLINGS_MAX: i32 = 255;
const REPEATING_BIT: u32 = 8;
const LETTERS_FROM: u32 = 4;
const SIGNS_FROM: u32 = 14;
const ONE_SLOT: u64 = 0x100000000;
const SPREAD: u32 = 0x9e3779b1;

let fillings: i32 = 0;

/** What stands for units beyond ASCII: the curved apostrophe, then three heaps. */
const APOSTROPHE: i32 = 128;
const HEAPS_FROM: i32 = 129;
const CURVED: i32 = 0x2019;

/** Of well-formed UTF-8 that has a normal form here: no character of it has four bytes. */
export function lookAtWide(from: usize, to: usize): u32 {
  // One more than is looked at tells that there is more.
  const last = UNITS + <usize>LOOKED_BYTES_MAX + 1;
  let write = UNITS;
  let at = from;
  while (at < to && write < last) {
    const bytes = v128.load(at);
    v128.store(write, bytes);
    const plain = <usize>ctz(i8x16.bitmask(bytes) | 0x10000);
    at += plain;
    write += plain;
    if (plain < 16 && at < to) {
      const lead = <i32>load<u8>(at);
      const next = <i32>load<u8>(at + 1) & 63;
      const isTwo = lead < 0xe0;
      const unit = isTwo ? ((lead & 31) << 6) | next : ((lead & 15) << 12) | (next << 6) | (<i32>load<u8>(at + 2) & 63);
      store<u8>(write, unit === CURVED ? APOSTROPHE : HEAPS_FROM + (unit % 3));
      write++;
      at += isTwo ? 2 : 3;
    }
  }
  // Bytes from behind the text may have been taken with it.
  write -= at > to ? at - to : 0;
  return lookAt(UNITS, write);
}

/** Of ASCII, and of what stands for other units. */
export function lookAt(from: usize, to: usize): u32 {
  const bytes = <i32>(to - from);
  const length = bytes < LOOKED_BYTES_MAX ? bytes : LOOKED_BYTES_MAX;
  readUnits(from, length);
  const runs = length - RUN_BYTES + 1;
  const repeats: u32 = runs > 0 && !(length === bytes && isDistinct(length, runs)) ? REPEATING_BIT : 0;
  return hintsIn(length) | repeats | (lettersCounted() << LETTERS_FROM) | (signsCounted() << SIGNS_FROM);
}

/** Of all runs more than three quarters differ. */
function isDistinct(length: i32, runs: i32): bool {
  // Up to nine values belong to no run of ten.
  const enough = <u64>(RUN_BYTES + ((runs * 3) >> 2)) * ONE_SLOT;
  const slotBits = 35 - <i32>clz<u32>(<u32>runs);
  const shift = 32 - (slotBits < SLOT_BITS_MAX ? slotBits : SLOT_BITS_MAX);
  const filling = nextFilling();
  const end = QUADS + (<usize>length & ~3);
  let at = QUADS;
  let last: u64 = 0;
  // What each slot is short of one adds up to less than this.
  let distinct: u64 = ONE_SLOT - 1;
  while (at < end && distinct < enough) {
    last = (last << QUAD_BITS) | load<u32>(at);
    distinct += fill(<u32>(last >> (3 * CLASS_BITS)), shift, filling);
    distinct += fill(<u32>(last >> (2 * CLASS_BITS)), shift, filling);
    distinct += fill(<u32>(last >> CLASS_BITS), shift, filling);
    distinct += fill(<u32>last, shift, filling);
    at += 4;
  }
  if (at === end) {
    last = (last << QUAD_BITS) | load<u32>(at);
    for (let left = length & 3; left > 0; left--) {
      distinct += fill(<u32>(last >> (3 * CLASS_BITS)), shift, filling);
      last <<= CLASS_BITS;
    }
  }
  return distinct >= enough;
}

/** Nothing for a slot that was filled already, else a little less than `ONE_SLOT`. */
function fill(last: u32, shift: i32, filling: i32): u64 {
  const slot = <usize>((last * SPREAD) >> shift);
  const before = <u32>load<u8>(slot, FILLED);
  store<u8>(slot, filling, FILLED);
  // Below zero where it was filled for an answer before: without a comparison, which takes longer.
  return <u64>(before - <u32>filling);
}

function nextFilling(): i32 {
  fillings++;
  if (fillings > FILLINGS_MAX) {
    memory.fill(FILLED, 0, 1 << SLOT_BITS_MAX);
    fillings = 1;
  }
  return fillings;
}
