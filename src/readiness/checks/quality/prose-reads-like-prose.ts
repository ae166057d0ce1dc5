import type { Check } from '../../check.js';
import { counted, percent } from '../../judging/in-words.js';
import { judgeByLimits } from '../../judging/judge-limits.js';
import { skippedMeasured } from '../../judging/measured.js';
import { addHit, finishShare, mergeShares, type RowShare, startShare } from '../../quality/row-share.js';
import { isPoorProse, lacksFunctionWords } from '../../quality/signals.js';

export const proseReadsLikeProse: Check<RowShare> = {
  id: 'Q12',
  name: 'text.ratios',
  version: 2,
  question: 'Do longer answers read like prose?',
  why: 'Mostly signs, no blanks or no small words: something else than language was captured.',
  source: 'data-juicer: ratios of special characters, letters and stop words. For prose only: it never fails.',
  blocking: false,
  measure: {
    start: startShare,
    add: (state, row) => {
      const { label } = row.example;
      const isEnglish = row.languages?.answer === 'en';
      if (isPoorProse(label, row.answerLook) || (isEnglish && lacksFunctionWords(row.normalAnswer))) {
        return addHit(state, 'Q12', row);
      }
      state.rows += 1;
      return state;
    },
    merge: mergeShares,
    finish: (state, { taskKind }) =>
      taskKind === 'generation'
        ? finishShare(state)
        : skippedMeasured('share', 'Answers are labels of a closed set: they are no prose.'),
  },
  judge: (measured, limits) =>
    judgeByLimits({
      measured,
      limits,
      found: `${counted(measured.numerator ?? 0)} of ${counted(measured.denominator ?? 0)} answers (${percent(measured.value ?? 0)}) do not look like prose.`,
    }),
  remedy: 'Look at them: code and tables are right where they are asked for.',
  action: null,
};
