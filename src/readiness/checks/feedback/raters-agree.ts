import type { Check } from '../../check.js';
import {
  addRatings,
  agreementOf,
  kappaOf,
  mergeRatings,
  noRatings,
  type RatingPairs,
} from '../../feedback/rater-agreement.js';
import { percent, plural } from '../../judging/in-words.js';
import { judgeByLimits } from '../../judging/judge-limits.js';
import { countMeasured, detail, skippedMeasured, unmeasured } from '../../judging/measured.js';

interface Ratings {
  rows: number;
  readonly pairs: RatingPairs;
}

/** Fewer rows than this that two have judged can only warn. */
const ratedRowsMin = 30;

export const ratersAgree: Check<Ratings> = {
  id: 'E03',
  name: 'agreement',
  version: 1,
  question: 'Do two who judge the same answer say the same?',
  why: 'What people do not agree on cannot be learnt, and no model will be found better by them.',
  source: 'Cohen’s kappa; 0.6 and 0.4 by common practice.',
  blocking: false,
  measure: {
    start: () => ({ rows: 0, pairs: noRatings() }),
    add: (state, { example }) => {
      state.rows += 1;
      addRatings(state.pairs, example.traits);
      return state;
    },
    merge: (left, right) => {
      left.rows += right.rows;
      mergeRatings(left.pairs, right.pairs);
      return left;
    },
    finish: ({ rows, pairs }) => {
      if (pairs.pairs === 0) {
        return rows === 0 ? unmeasured('kappa') : skippedMeasured('kappa', 'No row was judged by two raters.');
      }
      const kappa = kappaOf(pairs);
      const details = { rated: pairs.rows, agreement: agreementOf(pairs) };
      return kappa === null ? unmeasured('kappa') : countMeasured({ value: kappa, unit: 'kappa' }, { details });
    },
  },
  judge: (measured, limits) => {
    if (measured.skipped !== null || measured.value === null) {
      return judgeByLimits({ measured, limits, found: '' });
    }
    const [rated, agreement] = [detail(measured, 'rated'), detail(measured, 'agreement')];
    const found = `On ${plural(rated, 'row')} with two raters or more they agree in ${percent(agreement)}, kappa ${measured.value.toFixed(2)}.`;
    const judged = judgeByLimits({ measured, limits, found });
    return judged.outcome === 'fail' && rated < ratedRowsMin
      ? { outcome: 'warn', text: `${judged.text} On fewer than ${ratedRowsMin} rows this can only warn.` }
      : judged;
  },
  remedy:
    'Write down what makes an answer good, with examples, and let the rows on which raters differ be judged again.',
  action: null,
};
