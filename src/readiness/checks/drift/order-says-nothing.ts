import { type Check, noRowMeasure } from '../../check.js';
import { judgeByLimits } from '../../judging/judge-limits.js';
import { countMeasured, skippedMeasured } from '../../judging/measured.js';

export const orderSaysNothing: Check<null> = {
  id: 'D08',
  name: 'noniid.order',
  version: 1,
  question: 'Are the rows in no order that tells what they ask?',
  why: 'Where an upload is sorted, every cut by position is a cut by content: a hold-out from its end is another task.',
  source: 'cleanlab: permutation test on the distance in position between nearest neighbours.',
  blocking: false,
  measure: {
    ...noRowMeasure,
    finish: (_state, { handed }) =>
      handed.orderP === null
        ? skippedMeasured('p', 'The order of the rows has not been tested.')
        : countMeasured({ value: handed.orderP, unit: 'p' }),
  },
  judge: (measured, limits) =>
    judgeByLimits({
      measured,
      limits,
      found:
        measured.value === null
          ? ''
          : `Rows that are alike stand as close together by chance with p = ${Number(measured.value.toPrecision(2))}.`,
    }),
  remedy: 'Shuffle before cutting by position; Openward itself cuts by the hash of the prompt and needs no order.',
  action: null,
};
