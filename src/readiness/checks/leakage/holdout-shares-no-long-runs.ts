import { type Check, noRowMeasure } from '../../check.js';
import { counted, percent } from '../../judging/in-words.js';
import { judgeByLimits, shareUnitsMin } from '../../judging/judge-limits.js';
import { detail, shareMeasured, skippedMeasured } from '../../judging/measured.js';

/** Of all held-out rows: a few long ones among many short ones do not spoil a comparison. */
const coveredShareMax = 0.01;

export const holdoutSharesNoLongRuns: Check<null> = {
  id: 'L03',
  name: 'leak.ngram',
  version: 1,
  question: 'Do long held-out texts share no run of thirteen words with a training text?',
  why: 'Long texts are rarely near as a whole; a paragraph that was copied into another one still gives the answer away.',
  source:
    'Runs of 13 words as in lm-evaluation-harness; more than half of the words covered by one training text, on more than 1 % of the rows, fails (coverage as in open-instruct).',
  blocking: true,
  measure: {
    ...noRowMeasure,
    finish: (_state, { set }) => {
      const { numerator, denominator, sample } = set.sharedNgrams;
      if (denominator === 0) {
        const isAsked = set.leakedExactly.denominator > 0;
        return isAsked
          ? skippedMeasured('share', 'No held-out text has 26 words: near duplicates are what tells of short ones.')
          : shareMeasured({ numerator: 0, denominator: 0 });
      }
      return shareMeasured(
        { numerator, denominator },
        { sample, details: { covered: set.mostlyCovered, heldOut: set.leakedExactly.denominator } },
      );
    },
  },
  judge: (measured, limits) => {
    if (measured.skipped !== null || measured.value === null) {
      return judgeByLimits({ measured, limits, found: '' });
    }
    const [covered, rows] = [detail(measured, 'covered'), measured.denominator ?? 0];
    const heldOut = detail(measured, 'heldOut');
    const found = `${counted(measured.numerator ?? 0)} of ${counted(rows)} held-out rows of 26 words or more (${percent(measured.value)}) share thirteen words in a row with a training row; ${counted(covered)} are covered by one to more than half.`;
    const judged = judgeByLimits({ measured, limits, found });
    const isCopied = covered / heldOut > coveredShareMax && heldOut >= shareUnitsMin;
    return isCopied
      ? {
          outcome: 'fail',
          text: `${judged.text} Copies of more than ${percent(coveredShareMax)} of all held-out rows fail.`,
        }
      : judged;
  },
  remedy: 'Drop the training rows that hold the copied text; the hold-out stays as it is.',
  action: 'drop-leaked',
};
