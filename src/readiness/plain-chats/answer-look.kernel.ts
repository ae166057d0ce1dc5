// One look at an answer: the same bits that `lookAt` gives for it, by the same tables. (AssemblyScript)
import { ENDINGS, FILLED, GRAM_SLOTS, LOOK_ENTRIES, UNITS } from './memory-plan.kernel';

/** As in `answer-look.ts`, whose tables the caller writes. */
const LOOKED_BYTES_MAX: i32 = 1000;
const CLASS_BITS: i32 = 5;
const CLASS_MASK: u32 = 31;
const GRAM_MASK: u32 = 0xfffff;
const ENDING_MASK: u32 = 0x7fff;
const NO_GRAM: u32 = 0xffffffff;
const LETTER_SHIFT: i32 = 5;
const COUNT_MASK: u32 = 1023;
const RUN_BYTES: i32 = 10;
const SLOT_BITS_MAX: i32 = 14;
const FILLINGS_MAX: i32 = 255;
const REPEATING_BIT: u32 = 8;
const LETTERS_FROM: u32 = 4;
const SIGNS_FROM: u32 = 14;
const SPREAD: u32 = 0x9e3779b1;
const GRAM_SLOT_BITS: u32 = 14;

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
    const lead = <i32>load<u8>(at);
    if (lead < 128) {
      store<u8>(write, lead);
      write++;
      at++;
    } else {
      const next = <i32>load<u8>(at + 1) & 63;
      const isTwo = lead < 0xe0;
      const unit = isTwo ? ((lead & 31) << 6) | next : ((lead & 15) << 12) | (next << 6) | (<i32>load<u8>(at + 2) & 63);
      store<u8>(write, unit === CURVED ? APOSTROPHE : HEAPS_FROM + (unit % 3));
      write++;
      at += isTwo ? 2 : 3;
    }
  }
  return lookAt(UNITS, write);
}

/** Of ASCII, and of what stands for other units. */
export function lookAt(from: usize, to: usize): u32 {
  const bytes = <i32>(to - from);
  const length = bytes < LOOKED_BYTES_MAX ? bytes : LOOKED_BYTES_MAX;
  const runs = length - RUN_BYTES + 1;
  const slotBits = 35 - <i32>clz<u32>(<u32>(runs < 1 ? 1 : runs));
  const shift = 32 - (slotBits < SLOT_BITS_MAX ? slotBits : SLOT_BITS_MAX);
  const filling = nextFilling();
  let last: u32 = 0;
  let hints: u32 = 0;
  let counts: u32 = 0;
  let distinct = 0;
  const end = from + <usize>length;
  for (let at = from; at < end; at++) {
    const entry = <u32>load<u16>(LOOK_ENTRIES + ((<usize>load<u8>(at)) << 1));
    last = (last << CLASS_BITS) | (entry & CLASS_MASK);
    const place = (<usize>((last & ENDING_MASK) >> CLASS_BITS)) << 2;
    if (((load<u32>(ENDINGS + place) >> (last & CLASS_MASK)) & 1) === 1) {
      hints |= hintsOf(last & GRAM_MASK);
    }
    counts += entry >> LETTER_SHIFT;
    const slot = FILLED + <usize>((last * SPREAD) >> shift);
    distinct += <i32>load<u8>(slot) !== filling ? 1 : 0;
    store<u8>(slot, filling);
  }
  // Up to nine values belong to no run of ten; three quarters of the runs.
  const isDistinct = (distinct - (RUN_BYTES - 1)) * 4 > runs * 3;
  const repeats: u32 = runs > 0 && !(isDistinct && length === bytes) ? REPEATING_BIT : 0;
  return hints | repeats | ((counts & COUNT_MASK) << LETTERS_FROM) | ((counts >> 10) << SIGNS_FROM);
}

/** Bits of the lists of a gram, which may have none. */
function hintsOf(gram: u32): u32 {
  let slot = (gram * SPREAD) >> (32 - GRAM_SLOT_BITS);
  let met = load<u32>(GRAM_SLOTS + ((<usize>slot) << 3));
  while (met !== gram && met !== NO_GRAM) {
    slot = (slot + 1) & ((1 << GRAM_SLOT_BITS) - 1);
    met = load<u32>(GRAM_SLOTS + ((<usize>slot) << 3));
  }
  return met === gram ? load<u32>(GRAM_SLOTS + ((<usize>slot) << 3) + 4) : 0;
}

function nextFilling(): i32 {
  fillings++;
  if (fillings > FILLINGS_MAX) {
    memory.fill(FILLED, 0, 1 << SLOT_BITS_MAX);
    fillings = 1;
  }
  return fillings;
}
