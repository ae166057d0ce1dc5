// AssemblyScript, compiled to WebAssembly: tells in one pass over the bytes of a text which detectors of personal data are
// worth running, and where they could begin. It says what `HintScan` says, which is the definition.

import { prepareSplats } from '../../kernels/splats.kernel';
import { capitalCount, hasPairOfCapitals, markBytes, prepareBytes } from './marked-bytes.kernel';
import { RESULT, SPOKEN, TEXT, WORDLESS } from './memory-plan.kernel';
import { prepareWords, readWords } from './spoken-words.kernel';
import { CAPITALS_SIGN, digitCount, readSigns } from './text-signs.kernel';

/** For the caller, who writes and reads there. */
export {
  BLANKS,
  CAPITALS,
  DIGITS,
  ENTRIES,
  FIRSTS,
  LISTS,
  MAYBE,
  PLACES,
  RANKS,
  RESULT,
  TABLES_END,
  TEXT,
  TEXT_BYTES_MAX,
  WORD_BYTES,
  WORDLESS,
  WORDS,
} from './memory-plan.kernel';
export { placesOf } from './spoken-words.kernel';

/** Call once, after the tables were written. */
export function prepare(): void {
  store<u8>(TEXT, 32);
  prepareSplats();
  prepareBytes();
  prepareWords();
}

/** @param bytes of the text @returns whether any detector is worth running; −1: the text has to be read the long way */
export function scan(bytes: i32): i32 {
  const length = bytes + 1;
  const signs = readSigns(markBytes(length), length) | (hasPairOfCapitals() ? CAPITALS_SIGN : 0);
  if (!readWords(length, signs)) {
    return -1;
  }
  const worth = v128.or(v128.load(WORDLESS + ((<usize>signs) << 4)), v128.load(SPOKEN));
  v128.store(RESULT, worth);
  store<i32>(RESULT + 16, digitCount());
  store<i32>(RESULT + 20, capitalCount());
  return v128.any_true(worth) ? 1 : 0;
}
