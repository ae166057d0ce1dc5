import type { Check } from '../../check.js';
import { counted, percent } from '../../judging/in-words.js';
import { judgeByLimits } from '../../judging/judge-limits.js';
import { addHit, finishShare, mergeShares, type RowShare, startShare } from '../../quality/row-share.js';
import { namesItself } from '../../quality/signals.js';

export const answersDoNotNameTheVendor: Check<RowShare> = {
  id: 'Q05',
  name: 'resp.identity',
  version: 1,
  question: 'Do the answers say nothing about which model they come from?',
  why: 'The new model would introduce itself by the name of the old one.',
  source: 'Known from models that were trained on answers of others; limits are ours.',
  blocking: false,
  measure: {
    start: startShare,
    add: (state, row) => {
      if (namesItself(row.example.label, row.answerLook)) {
        return addHit(state, 'Q05', row);
      }
      state.rows += 1;
      return state;
    },
    merge: mergeShares,
    finish: (state) => finishShare(state),
  },
  judge: (measured, limits) =>
    judgeByLimits({
      measured,
      limits,
      found: `${counted(measured.numerator ?? 0)} of ${counted(measured.denominator ?? 0)} answers (${percent(measured.value ?? 0)}) speak of themselves as a model or name its maker.`,
    }),
  remedy: 'Rewrite these answers, or drop the rows by their keys.',
  action: 'drop-by-row-keys',
};
