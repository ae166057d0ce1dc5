import type { Check } from '../../check.js';
import { faultShare } from '../../judging/fault-share.js';
import { counted, percent } from '../../judging/in-words.js';
import { judgeByLimits } from '../../judging/judge-limits.js';
import { detail } from '../../judging/measured.js';

interface PairTally {
  rows: number;
  pairs: number;
}

/** Of the rows that are pairs; where none is, of all rows: each was looked at, and none is a faulty pair. */
export const preferencePairsArePairs: Check<PairTally> = {
  id: 'F14',
  name: 'pref.pair',
  version: 1,
  question: 'Does every preference row hold one liked and one other answer to the same question?',
  why: 'A pair of equal answers teaches nothing; a question that is answered already teaches the wrong turn.',
  source: "Together's check of preference files; the bounds are ours.",
  blocking: true,
  measure: {
    start: () => ({ rows: 0, pairs: 0 }),
    add: (tally, { example }) => {
      tally.rows += 1;
      tally.pairs += example.kind === 'preference' ? 1 : 0;
      return tally;
    },
    merge: (left, right) => {
      left.rows += right.rows;
      left.pairs += right.pairs;
      return left;
    },
    finish: ({ rows, pairs }, { intake }) => {
      const refused = faultShare(intake, { codes: ['pref.pair'] });
      const numerator = refused.numerator ?? 0;
      const asked = pairs + numerator;
      const denominator = asked === 0 ? rows : asked;
      return {
        ...refused,
        value: denominator === 0 ? null : numerator / denominator,
        denominator,
        details: { pairs: asked },
      };
    },
  },
  judge: (measured, limits) => {
    if (measured.value === null) {
      return judgeByLimits({ measured, limits, found: '' });
    }
    const rows = counted(measured.denominator ?? 0);
    const found =
      detail(measured, 'pairs') === 0
        ? `None of ${rows} rows is a preference pair.`
        : `${counted(measured.numerator ?? 0)} of ${rows} preference rows (${percent(measured.value)}) are no pair and were left out.`;
    return judgeByLimits({ measured, limits, found });
  },
  remedy: 'Drop ties, end the question with a turn of the user, and give exactly one answer on each side.',
  action: null,
};
