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

const sought = { checkId: 'P01', isSought: (span: { group: string }) => span.group === 'high' };

export const noHighRiskData: Check<PrivateRows> = {
  id: 'P01',
  name: 'pii.high',
  version: 1,
  question: 'Are the rows free of cards, bank accounts and identity numbers?',
  why: 'A model can recite what it was trained on: one card number is one too many.',
  source: 'ISO/IEC 7812 (cards), ISO 13616 (IBAN), forms of national numbers as their offices publish them.',
  blocking: true,
  measure: {
    start: startPrivate,
    add: (state, row) => addPrivate(state, row, sought),
    merge: mergePrivate,
    finish: (state) => {
      const measured = finishPrivate(state);
      return state.hits === 0 ? measured : { ...measured, effect: { rows: 0, tokens: null, metricAfter: 0 } };
    },
  },
  judge: (measured, limits) => {
    const kinds = kindsInWords(measured);
    const { uncertain } = measured.details;
    const doubt =
      typeof uncertain === 'number' && uncertain > 0
        ? ` ${counted(uncertain)} more look like it, but are probably not.`
        : '';
    const found = `${counted(measured.value ?? 0)} of ${counted(measured.denominator ?? 0)} rows hold such numbers${kinds === '' ? '' : ` (${kinds})`}.${doubt}`;
    return openWhereNotLooked(judgeByLimits({ measured, limits, found }), measured);
  },
  remedy: 'Mask them: the same value becomes the same pseudonym in all rows.',
  action: 'mask-personal-data',
};
