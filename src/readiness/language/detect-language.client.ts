// Which language is a text in? Asked of a sample only: telling languages costs more than every other look at a row.
// Short and doubtful texts stay untold: "ok" is a word of too many languages.
import { eld } from 'eld/small';
import type { Example } from '../rows/example.js';
import { inLanguageSample, languageSampleRowsMax } from './language-sample.js';
import type { RowLanguages } from './row-languages.js';

/** Of 1,312 paragraphs of manual pages in 21 languages, 1,108 were told right by 200 units and 1,109 by 400. */
const unitsRead = 200;
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

/** Languages of the rows that `inLanguageSample` takes; null for the others. */
export function makeLanguageSample(salt: string, expectedRows = languageSampleRowsMax): LanguageSample {
  const isTaken = inLanguageSample(salt, expectedRows);
  return (example, normalPrompt) => (isTaken(example.rowKey) ? languagesOf(example, normalPrompt) : null);
}

export function languagesOf({ label }: Pick<Example, 'label'>, normalPrompt: string): RowLanguages {
  return { prompt: detectLanguage(normalPrompt), answer: detectLanguage(label) };
}
