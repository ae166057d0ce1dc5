// Where things lie in the memory of the compiled scan. Bytes are read sixteen at a time, so behind texts is room to spare.
// (AssemblyScript)

/** By byte, written by the caller: 1 where words take it for a blank. */
export const BLANKS: usize = 0x800;
/** What `prepareBytes` makes of them, by the lower and by the upper four bits of a byte. */
export const BLANK_HALVES: usize = 0x900;
export const HIGH_BITS: usize = 0x910;
/** Bits of the detectors that are worth running, then how many digits and how many capitals begin something. */
export const RESULT: usize = 0xa00;
/** Bits of the detectors of which a word is in the text. */
export const SPOKEN: usize = 0xb00;

/** Numbers of `spoken-words.kernel.ts`, four times each. */
export const WINDOW_BITS_BY_FOUR: usize = 0xb20;
export const SPREAD_BY_FOUR: usize = 0xb30;
// From 0x1000 to 0x2000 lie the splats.

/** Tables of `hint-tables.ts`, written by the caller. By signs: bits of the detectors that wait for no word. */
export const WORDLESS: usize = 0x2000;
export const MAYBE: usize = 0x6000;
export const RANKS: usize = 0xe000;
export const FIRSTS: usize = 0x12000;
export const ENTRIES: usize = 0x18000;
export const WORDS: usize = 0x28000;
export const LISTS: usize = 0x30000;
export const WORD_BYTES: usize = 0x38000;
export const TABLES_END: usize = 0x40000;

/** Of the text, which begins with a blank that is none of it. */
export const TEXT: usize = 0x40000;
export const TEXT_BYTES_MAX: i32 = 0xc000;
/** Small letters for capitals of ASCII, blanks for whatever words take for one. */
export const NORMAL: usize = 0x50000;
/** Places of bytes that are looked at one by one, and of windows that may be of a word; two bytes each. */
export const MARKS: usize = 0x60000;
export const WINDOWS: usize = 0x80000;
/** Of characters beyond ASCII: their places, and by how much fewer units than bytes the text has up to their ends. */
export const WIDES: usize = 0xa0000;
export const SHIFTS: usize = 0xc0000;
/** Places in units of UTF-16, four bytes each. */
export const DIGITS: usize = 0xe0000;
export const CAPITALS: usize = 0x120000;
export const PLACES: usize = 0x160000;
/** Of words that finds begin with, by their places: whose they are, and where. */
export const OWNERS: usize = 0x180000;
export const STARTS: usize = 0x190000;
export const STARTS_MAX: i32 = 0x8000;
