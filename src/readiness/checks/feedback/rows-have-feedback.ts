import type { Check } from '../../check.js';
import { hasFeedback } from '../../feedback/row-feedback.js';
import { counted, percent, plural } from '../../judging/in-words.js';
import { judgeByLimits } from '../../judging/judge-limits.js';
import { shareMeasured, skippedMeasured, unmeasured } from '../../judging/measured.js';

interface Judged {
  rows: number;
  /** Answers that a model gave, as far as that is known. */
  answered: number;
  judged: number;
}

export const rowsHaveFeedback: Check<Judged> = {
  id: 'E01',
  name: 'feedback.share',
  version: 1,
  question: 'Does anybody say which answers were good?',
  why: 'Without a score the bad answers of the closed model are learnt with the good ones.',
  source: 'Ours.',
  blocking: false,
  measure: {
    start: () => ({ rows: 0, answered: 0, judged: 0 }),
    add: (state, { example: { origin, traits } }) => {
      const isJudged = hasFeedback(traits);
      state.rows += 1;
      state.answered += isJudged || origin === 'exchange' || traits.model !== null ? 1 : 0;
      state.judged += isJudged ? 1 : 0;
      return state;
    },
    merge: (left, right) => {
      left.rows += right.rows;
      left.answered += right.answered;
      left.judged += right.judged;
      return left;
    },
    finish: ({ rows, answered, judged }) => {
      if (rows === 0) {
        return unmeasured('share');
      }
      return answered === 0
        ? skippedMeasured('share', 'No row is known to hold a model’s answer: what was uploaded is taken as right.')
        : shareMeasured({ numerator: judged, denominator: answered });
    },
  },
  judge: (measured, limits) =>
    judgeByLimits({
      measured,
      limits,
      found: `${counted(measured.numerator ?? 0)} of ${plural(measured.denominator ?? 0, 'answer')} of a model (${percent(measured.value ?? 0)}) were judged by a person or a program.`,
    }),
  remedy: 'Send back what users did with the answer (accepted, corrected, rejected), or score a sample by a program.',
  action: null,
};
