// Where things lie in the memory of the compiled reader. Texts are copied sixteen bytes at a time, so behind each part is
// room to spare. (AssemblyScript)

// From 0x1000 to 0x2000 lie the splats.

/** Tables that the caller writes: normal forms by UTF-16 unit, signs by byte. */
export const NORMALS: usize = 0x4000;
export const TABLE_UNITS: i32 = 0x2040;
export const NOT_IN_TABLE: i32 = 255;
export const SIGNS: usize = 0x6800;
/** What `prepareSigns` makes of them, and the bytes that were met, put together. */
export const SIGN_HALVES: usize = 0x6a00;
export const SLOT_SIGNS: usize = 0x6a40;
export const MET: usize = 0x6a80;
/** Of each choice of eight bytes, their places. */
export const PACKS: usize = 0x7000;
/** What stands around the texts in the key of a row. */
export const LITERALS: usize = 0x7c00;
export const RESULT: usize = 0x8000;
/** The system prompt of the line before. */
export const SYSTEM: usize = 0xa000;
export const SYSTEM_BYTES_MAX: i32 = 0x4000;
/** Unescaped texts, one behind the other. */
export const TEXTS: usize = 0x10000;
/** What the key of the row is the digest of. */
export const KEY: usize = 0x40000;
/** Normal forms of the turns, with a line feed between. */
export const NORMAL: usize = 0x80000;
/** The normal prompt with its numbers masked. */
export const MASKED: usize = 0xc0000;
export const INPUT: usize = 0x100000;
export const INPUT_BYTES_MAX: i32 = 0x80000;
export const LINE_BYTES_MAX: i32 = 0x20000;
/** Of the look at an answer: whether each ending is that of some gram. */
export const IS_ENDING: usize = 0x182000;
/** Tables that the caller writes, and the slots that were filled. */
export const ENDINGS: usize = 0x190000;
/** Made of the entries: classes by byte. Behind them, which of the last bytes are counted. */
export const CLASSES: usize = 0x193000;
export const SHOWN: usize = 0x193080;
/** Of an answer: the classes of its units, four in a number, and those among which an ending was found. */
export const QUADS: usize = 0x193400;
export const FOUND: usize = 0x193800;
/** Made of endings and grams: how many endings are before each word, and by ending the lists. As many as there may be grams. */
export const RANKS: usize = 0x194000;
export const GRAM_LISTS: usize = 0x195000;
export const LOOK_ENTRIES: usize = 0x1b0000;
/** Of an answer beyond ASCII: a byte for each of its UTF-16 units. */
export const UNITS: usize = 0x1b0400;
export const FILLED: usize = 0x1b1000;
export const GRAM_SLOTS: usize = 0x1b5000;
/** Places of line feeds. */
export const FEEDS: usize = 0x1d6000;
export const FEEDS_MAX: i32 = 0x2000;
/** What stands around the turns of a line. */
export const AROUND: usize = 0x1e0000;

export const QUOTE: i32 = 34;
export const BACKSLASH: i32 = 92;
export const SPACE: i32 = 32;
export const COMMA: i32 = 44;
export const LINE_FEED: i32 = 10;
