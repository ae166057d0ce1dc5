// Which lists of words have a gram that stands in an answer? The caller's tables are put in another order once, so that each
// unit asks for one byte only, and a gram is found without a search. (AssemblyScript)
import { CLASS_BITS, QUAD_BITS } from './answer-units.kernel';
import { ENDINGS, FOUND, GRAM_LISTS, GRAM_SLOTS, IS_ENDING, QUADS, RANKS } from './memory-plan.kernel';

const GRAM_SLOTS_END: usize = GRAM_SLOTS + (8 << 14);
const NO_GRAM: u32 = 0xffffffff;
const ENDING_WORDS: usize = 1024;
/** Of the last three units, below the class of the one before. The last class is the bit of a word. */
const ENDING_BITS: u32 = 3 * CLASS_BITS;
const ENDING_MASK: usize = (1 << ENDING_BITS) - 1;
const ENDING_PLACES: u32 = 0xffc;
const LISTS: u32 = 3;
/** For each list a bit for each class before the ending. */
const ENDING_LIST_BYTES: u32 = 4 * LISTS;

/** Call once, after the tables were written. */
export function prepareHints(): void {
  let rank = 0;
  for (let word: usize = 0; word < ENDING_WORDS; word++) {
    const bits = load<u32>(ENDINGS + (word << 2));
    store<u16>(RANKS + (word << 1), rank);
    rank += popcnt(bits);
    for (let bit: usize = 0; bit < 32; bit++) {
      store<u8>(IS_ENDING + (word << CLASS_BITS) + bit, (bits >> <u32>bit) & 1);
    }
  }
  for (let at = GRAM_SLOTS; at < GRAM_SLOTS_END; at += 8) {
    const gram = load<u32>(at);
    if (gram !== NO_GRAM) {
      keepLists(gram, load<u32>(at + 4));
    }
  }
}

function keepLists(gram: u32, lists: u32): void {
  for (let list: u32 = 0; list < LISTS; list++) {
    const at = GRAM_LISTS + rankOf(gram) * ENDING_LIST_BYTES + (list << 2);
    store<u32>(at, load<u32>(at) | (((lists >> list) & 1) << (gram >> ENDING_BITS)));
  }
}

/** How many endings are before that of the last three. */
function rankOf(last: u32): u32 {
  const place = (last >> 3) & ENDING_PLACES;
  return <u32>load<u16>(place >> 1, RANKS) + popcnt(load<u32>(place, ENDINGS) & ((1 << (last & 31)) - 1));
}

/** Bits of the lists of a gram, which may have none. Its ending is that of some gram. */
function hintsOf(last: u32): u32 {
  const lists = rankOf(last) * ENDING_LIST_BYTES;
  const before = (last >> ENDING_BITS) & 31;
  const first = (load<u32>(lists, GRAM_LISTS) >> before) & 1;
  const second = (load<u32>(lists, GRAM_LISTS + 4) >> before) & 1;
  const third = (load<u32>(lists, GRAM_LISTS + 8) >> before) & 1;
  return first | (second << 1) | (third << 2);
}

/** Of an answer whose units were read. */
export function hintsIn(length: i32): u32 {
  const end = QUADS + (<usize>length & ~3);
  let last: u64 = 0;
  let found = FOUND;
  let at = QUADS;
  // Few are found: to decide at each of them what is next would be guessed wrong, and halt the processor.
  for (; at < end; at += 4) {
    last = (last << QUAD_BITS) | load<u32>(at);
    store<u64>(found, last);
    const some = isEnding(last >> (3 * CLASS_BITS)) | isEnding(last >> (2 * CLASS_BITS));
    found += (some | isEnding(last >> CLASS_BITS) | isEnding(last)) << 3;
  }
  let hints = hintsOfLast((last << QUAD_BITS) | load<u32>(at), length & 3);
  for (let one = FOUND; one < found; one += 8) {
    hints |= hintsOfLast(load<u64>(one), 4);
  }
  return hints;
}

/** One where some gram ends with the last three. */
function isEnding(last: u64): usize {
  return <usize>load<u8>(<usize>last & ENDING_MASK, IS_ENDING);
}

/** @param units how many of the last four are looked at, the first ones */
function hintsOfLast(last: u64, units: i32): u32 {
  const four =
    isEnding(last >> (3 * CLASS_BITS)) |
    (isEnding(last >> (2 * CLASS_BITS)) << 1) |
    (isEnding(last >> CLASS_BITS) << 2) |
    (isEnding(last) << 3);
  let hints: u32 = 0;
  for (let left = <i32>four & ((1 << units) - 1); left !== 0; left &= left - 1) {
    hints |= hintsOf(<u32>(last >> <u64>((3 - ctz(left)) * CLASS_BITS)));
  }
  return hints;
}
