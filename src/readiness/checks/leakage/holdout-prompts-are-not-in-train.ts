import { type Check, noRowMeasure } from '../../check.js';
import { counted } from '../../judging/in-words.js';
import { judgeByLimits } from '../../judging/judge-limits.js';
import { countMeasured, detail, unmeasured } from '../../judging/measured.js';

/**
 * Judged by the data set as it was assembled; the rows shown are those that were delivered on both sides. What leaked was
 * taken out of the training rows: the hold-out stays as it is.
 */
export const holdoutPromptsAreNotInTrain: Check<null> = {
  id: 'L01',
  name: 'leak.exact',
  version: 2,
  question: 'Are the held-out prompts absent from the training rows?',
  why: 'A prompt that was trained on is remembered, not understood: the comparison would flatter the candidate.',
  source: 'Ours; measured on banking77, where 25 of 3,080 official test rows are in the training set.',
  blocking: true,
  measure: {
    ...noRowMeasure,
    finish: (_state, { set }) => {
      const { numerator, denominator, sample } = set.leakedExactly;
      if (denominator === 0) {
        return unmeasured('rows');
      }
      const details = { delivered: numerator, takenOut: set.fates.leaked.train };
      const effect = { rows: 0 - set.fates.leaked.train, tokens: null, metricAfter: 0 };
      return { ...countMeasured({ value: set.leakedStill, unit: 'rows', denominator }, { sample, details }), effect };
    },
  },
  judge: (measured, limits) =>
    judgeByLimits({
      measured,
      limits,
      found:
        measured.value === null
          ? ''
          : `${counted(detail(measured, 'delivered'))} of ${counted(measured.denominator ?? 0)} held-out rows had their prompt in the training rows as delivered. ${counted(detail(measured, 'takenOut'))} training rows were taken out for it; ${counted(measured.value)} held-out rows still have it there.`,
    }),
  remedy: 'Nothing has to be done: training rows whose prompt is held out are taken out; the hold-out stays as it is.',
  action: 'drop-leaked',
};
