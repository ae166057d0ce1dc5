import type { Check } from '../../check.js';
import { counted } from '../../judging/in-words.js';
import { judgeByLimits } from '../../judging/judge-limits.js';
import { openWhereNotLooked } from '../../privacy/not-looked.js';
import {
  addPrivate,
  finishPrivate,
  kindsInWords,
  mergePrivate,
  type PrivateRows,
  startPrivate,
} from '../../privacy/private-rows.js';

const sought = { checkId: 'P06', isSought: (span: { group: string }) => span.group === 'special' };

export const specialCategoriesWereReviewed: Check<PrivateRows> = {
  id: 'P06',
  name: 'special.categories',
  version: 1,
  question: 'Do the rows keep clear of health, children and biometrics?',
  why: 'The law asks for more than consent to the service where such data is used.',
  source: 'GDPR, articles 8 and 9. Words only: a person has to read the rows.',
  blocking: false,
  measure: {
    start: startPrivate,
    add: (state, row) => addPrivate(state, row, sought),
    merge: mergePrivate,
    finish: finishPrivate,
  },
  judge: (measured, limits) => {
    const kinds = kindsInWords(measured);
    const found = `${counted(measured.value ?? 0)} of ${counted(measured.denominator ?? 0)} rows hold words of such matters${kinds === '' ? '' : ` (${kinds})`}.`;
    return openWhereNotLooked(judgeByLimits({ measured, limits, found }), measured);
  },
  remedy: 'Read the rows; drop those that tell of a person, or have the use cleared.',
  action: 'drop-by-row-keys',
};
