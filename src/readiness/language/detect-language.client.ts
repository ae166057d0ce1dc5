// Which language is a text in? Asked of a sample only: telling languages costs more than every other look at a row.
// Short and doubtful texts stay untold: "ok" is a word of too many languages.
import { eld } from 'eld/small';
import type { Example } from '../rows/example.js';
import type { RowLanguages } from './row-languages.js';

export const languageSampleRowsMax = 10_000;
/** More text does not change the answer. */
const unitsRead = 400;
/** Letters below which nothing is told. */
const lettersMin = 12;
/** Scripts without spaces say more with fewer signs. */
const denseLettersMin = 4;
const dense = /[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]/;

/** ISO 639-1 code; null: too short or too doubtful to tell. */
export function detectLanguage(text: string): string | null {
  const read = text.length > unitsRead ? text.slice(0, unitsRead) : text;
  if (lettersOf(read) < (dense.test(read) ? denseLettersMin : lettersMin)) {
    return null;
  }
  const found = eld.detect(read);
  return found.language === '' || !found.isReliable() ? null : found.language;
}

function lettersOf(text: string): number {
  let letters = 0;
  for (let place = 0; place < text.length; place += 1) {
    const unit = text.charCodeAt(place);
    if (unit > 127 || (unit >= 97 && unit <= 122) || (unit >= 65 && unit <= 90)) {
      letters += 1;
    }
  }
  return letters;
}

export type LanguageSample = (example: Example, normalPrompt: string) => RowLanguages | null;

/**
 * A row is in the sample or not by its key and the salt alone, so that every segment and every order takes the same rows.
 * @param expectedRows of the whole set; the share taken is such that about ten thousand rows are looked at
 */
export function makeLanguageSample(salt: string, expectedRows = languageSampleRowsMax): LanguageSample {
  const taken = Math.min(1, languageSampleRowsMax / Math.max(1, expectedRows)) * 2 ** 32;
  const turn = saltNumber(salt);
  return (example, normalPrompt) => {
    const place = (Number.parseInt(example.rowKey.slice(0, 8), 16) + turn) % 2 ** 32;
    if (place >= taken) {
      return null;
    }
    return { prompt: detectLanguage(normalPrompt), answer: detectLanguage(example.label) };
  };
}

/** FNV-1a, 32 bits: turns the circle of keys, so that another salt takes other rows. */
function saltNumber(salt: string): number {
  let hash = 0x811c9dc5;
  for (let place = 0; place < salt.length; place += 1) {
    hash = Math.imul(hash ^ salt.charCodeAt(place), 0x01000193);
  }
  return hash >>> 0;
}
