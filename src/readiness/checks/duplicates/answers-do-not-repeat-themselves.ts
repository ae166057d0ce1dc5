import type { Check } from '../../check.js';
import { addEvidence, type EvidenceSample, mergeEvidence, noEvidence } from '../../judging/evidence-sample.js';
import { counted, percent } from '../../judging/in-words.js';
import { judgeByLimits } from '../../judging/judge-limits.js';
import { detail, shareMeasured } from '../../judging/measured.js';
import { mayRepeatHalf, selfRepetition } from '../../judging/self-repetition.js';
import { mayRepeat } from '../../quality/answer-look.js';

const flaggedAbove = 0.5;
const rejectedAbove = 0.8;

interface Repetition {
  rows: number;
  rejected: number;
  /** Its total counts the flagged rows. */
  flagged: EvidenceSample;
}

export const answersDoNotRepeatThemselves: Check<Repetition> = {
  id: 'U05',
  name: 'self.repeat',
  version: 1,
  question: 'Are answers free of endless repetition?',
  why: 'A model that got stuck says the same line again and again; trained on it, the next one gets stuck too.',
  source:
    'Runs of ten characters that stand in an answer more than once: above 0.5 by data-juicer. People’s GSM8K answers: 0.48 % above, none above 0.8; model answers 2.4 %, and the nine above 0.8 were all wrong.',
  blocking: false,
  measure: {
    start: () => ({ rows: 0, rejected: 0, flagged: noEvidence }),
    add: (state, row) => {
      state.rows += 1;
      const { label } = row.example;
      const share = mayRepeat(row.answerLook) && mayRepeatHalf(label) ? selfRepetition(label) : 0;
      if (share > flaggedAbove) {
        state.rejected += share > rejectedAbove ? 1 : 0;
        state.flagged = addEvidence(state.flagged, 'U05', row.example);
      }
      return state;
    },
    merge: (left, right) => ({
      rows: left.rows + right.rows,
      rejected: left.rejected + right.rejected,
      flagged: mergeEvidence(left.flagged, right.flagged),
    }),
    finish: ({ rows, rejected, flagged }) =>
      shareMeasured({ numerator: flagged.total, denominator: rows }, { sample: flagged, details: { rejected } }),
  },
  judge: (measured, limits) =>
    judgeByLimits({
      measured,
      limits,
      found: `${counted(measured.numerator ?? 0)} of ${counted(measured.denominator ?? 0)} answers (${percent(measured.value ?? 0)}) repeat half of themselves, ${counted(detail(measured, 'rejected'))} of them four fifths.`,
    }),
  remedy: 'Drop the rows that are shown: answers above 0.8 are loops, those between are worth a look.',
  action: 'drop-by-row-keys',
};
