import type { Check } from '../../check.js';
import { counted, percent } from '../../judging/in-words.js';
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

const sought = { checkId: 'P02', isSought: (span: { group: string }) => span.group === 'contact' };

export const fewRowsNamePeople: Check<PrivateRows> = {
  id: 'P02',
  name: 'pii.contact',
  version: 1,
  question: 'Do few rows hold names, addresses, phones and e-mails of people?',
  why: 'People did not agree to be learnt, and a model may hand their data to the next user.',
  source: 'GDPR, article 5: data minimisation; limits are ours.',
  blocking: false,
  measure: {
    start: startPrivate,
    add: (state, row) => addPrivate(state, row, sought),
    merge: mergePrivate,
    finish: (state) => {
      const measured = { ...finishPrivate(state), unit: 'share' };
      if (measured.value === null) {
        return measured;
      }
      const effect = state.hits === 0 ? null : { rows: 0, tokens: null, metricAfter: 0 };
      return { ...measured, value: state.hits / state.looked, effect };
    },
  },
  judge: (measured, limits) => {
    const kinds = kindsInWords(measured);
    const found = `${counted(measured.numerator ?? 0)} of ${counted(measured.denominator ?? 0)} rows (${percent(measured.value ?? 0)}) tell of people${kinds === '' ? '' : ` (${kinds})`}.`;
    return openWhereNotLooked(judgeByLimits({ measured, limits, found }), measured);
  },
  remedy: 'Mask them: the same value becomes the same pseudonym in all rows.',
  action: 'mask-personal-data',
};
