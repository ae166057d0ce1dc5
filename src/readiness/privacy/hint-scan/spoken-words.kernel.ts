// Of which detectors does a text hold a word, and where do the words stand that their finds begin with? Every word is known
// by four bytes in a row, a window; the tables are those of `hint-tables.ts`. (AssemblyScript)
import {
  ENTRIES,
  FIRSTS,
  LISTS,
  MAYBE,
  NORMAL,
  OWNERS,
  PLACES,
  RANKS,
  SPOKEN,
  SPREAD_BY_FOUR,
  STARTS,
  STARTS_MAX,
  WINDOW_BITS_BY_FOUR,
  WINDOWS,
  WORD_BYTES,
  WORDS,
} from './memory-plan.kernel';
import { unitAt } from './text-units.kernel';

const WINDOW_BITS: u32 = 0x1f1f1f1f;
const SPREAD: u32 = 0x9e3779b1;
const SPREAD_SHIFT: u32 = 14;
/** Lists from here on are of words that finds begin with. */
const BEGINS_FROM: i32 = 128;
const WORD_SIZE: usize = 16;

/** Of words that finds begin with. */
let starts: i32 = 0;

/** Call once. */
export function prepareWords(): void {
  v128.store(WINDOW_BITS_BY_FOUR, i32x4.splat(<i32>WINDOW_BITS));
  v128.store(SPREAD_BY_FOUR, i32x4.splat(<i32>SPREAD));
}

/** False: more words than there is room for. @param signs of the text: words of detectors that need others are passed over */
export function readWords(length: i32, signs: i32): bool {
  starts = 0;
  v128.store(SPOKEN, i8x16.splat(0));
  const end = findWindows(length);
  for (let at = WINDOWS; at < end; at += 2) {
    readEntries(<i32>load<u16>(at), signs);
  }
  return starts < STARTS_MAX;
}

/** Writes their units of the text, ascending. @returns how many there are */
export function placesOf(detector: i32): i32 {
  let places = 0;
  for (let word = 0; word < starts; word++) {
    if (<i32>load<u16>(OWNERS + ((<usize>word) << 1)) === detector) {
      const start = <i32>load<u16>(STARTS + ((<usize>word) << 1));
      store<i32>(PLACES + ((<usize>places) << 2), unitAt(start));
      places++;
    }
  }
  return places;
}

/**
 * Written for speed: every other window is asked for, four at a time and without a decision. Behind the end of the text
 * is nothing that a word has. @returns where their list ends
 */
function findWindows(length: i32): usize {
  const bits = v128.load(WINDOW_BITS_BY_FOUR);
  const spread = v128.load(SPREAD_BY_FOUR);
  let write = WINDOWS;
  for (let at = 0; at < length; at += 8) {
    const bytes = v128.load(NORMAL + <usize>at);
    const windows = i8x16.shuffle(bytes, bytes, 0, 1, 2, 3, 2, 3, 4, 5, 4, 5, 6, 7, 6, 7, 8, 9);
    const places = i32x4.shr_u(i32x4.mul(v128.and(windows, bits), spread), <i32>SPREAD_SHIFT);
    write = noteWindow(write, at, i32x4.extract_lane(places, 0));
    write = noteWindow(write, at + 2, i32x4.extract_lane(places, 1));
    write = noteWindow(write, at + 4, i32x4.extract_lane(places, 2));
    write = noteWindow(write, at + 6, i32x4.extract_lane(places, 3));
  }
  return write;
}

/** Stays only if a word may be there. */
function noteWindow(write: usize, at: i32, place: i32): usize {
  store<u16>(write, at);
  return write + <usize>(((load<u32>(MAYBE + ((<usize>(place >> 5)) << 2)) >> (place & 31)) & 1) << 1);
}

/** Of a window in the table of bits. */
function placeOf(at: i32): u32 {
  return ((load<u32>(NORMAL + <usize>at) & WINDOW_BITS) * SPREAD) >> SPREAD_SHIFT;
}

/** @param at where the window begins */
function readEntries(at: i32, signs: i32): void {
  const place = placeOf(at);
  const before = load<u32>(MAYBE + ((<usize>(place >> 5)) << 2)) & (((<u32>1) << (place & 31)) - 1);
  const rank = <usize>load<u16>(RANKS + ((<usize>(place >> 5)) << 1)) + <usize>popcnt(before);
  const end = <i32>load<u16>(FIRSTS + ((rank + 1) << 1));
  for (let entry = <i32>load<u16>(FIRSTS + (rank << 1)); entry < end; entry++) {
    const known = load<u32>(ENTRIES + ((<usize>entry) << 2));
    const word = WORDS + <usize>(known >> 8) * WORD_SIZE;
    const needed = load<i32>(word + 8);
    const start = at - (<i32>(known & 255) - 1);
    if ((signs & needed) === needed && start >= 0 && isThere(word, start)) {
      note(word, start, signs);
    }
  }
}

/** What reaches beyond the end of the text is not there: a byte that is in no word follows it. */
function isThere(word: usize, start: i32): bool {
  const bytes = WORD_BYTES + <usize>load<i32>(word);
  const length = load<i32>(word + 4);
  for (let at = 0; at < length; at += 16) {
    const same = i8x16.eq(v128.load(bytes + <usize>at), v128.load(NORMAL + <usize>(start + at)));
    const left = length - at;
    const asked = left >= 16 ? 0xffff : (1 << left) - 1;
    if ((i8x16.bitmask(same) & asked) !== asked) {
      return false;
    }
  }
  return true;
}

function note(word: usize, start: i32, signs: i32): void {
  let at = LISTS + ((<usize>load<i32>(word + 12)) << 3);
  for (let list = load<i32>(at); list >= 0; list = load<i32>(at)) {
    const needed = load<i32>(at + 4);
    if ((signs & needed) === needed) {
      if (list < BEGINS_FROM) {
        const bits = SPOKEN + ((<usize>(list >> 5)) << 2);
        store<i32>(bits, load<i32>(bits) | (1 << (list & 31)));
      } else if (starts < STARTS_MAX) {
        noteStart(list - BEGINS_FROM, start);
      }
    }
    at += 8;
  }
}

/** Words are met in the order of their windows: one that is met late moves forward, by less than the length of a word. */
function noteStart(owner: i32, start: i32): void {
  let place = (<usize>starts) << 1;
  while (place > 0 && <i32>load<u16>(STARTS + place - 2) > start) {
    store<u16>(STARTS + place, load<u16>(STARTS + place - 2));
    store<u16>(OWNERS + place, load<u16>(OWNERS + place - 2));
    place -= 2;
  }
  store<u16>(STARTS + place, start);
  store<u16>(OWNERS + place, owner);
  starts++;
}
