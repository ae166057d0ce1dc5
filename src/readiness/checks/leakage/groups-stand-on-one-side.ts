import { type Check, noRowMeasure } from '../../check.js';
import { counted } from '../../judging/in-words.js';
import { judgeByLimits } from '../../judging/judge-limits.js';
import { countMeasured, skippedMeasured, unmeasured } from '../../judging/measured.js';

export const groupsStandOnOneSide: Check<null> = {
  id: 'L04',
  name: 'leak.group',
  version: 1,
  question: 'Is every conversation, session or user on one side of the split only?',
  why: 'Two turns of one conversation are not independent: whoever saw the one has half the answer to the other.',
  source: 'presidio-research splits by template for this reason; the group is what the rows name, if they name one.',
  blocking: false,
  measure: {
    ...noRowMeasure,
    finish: (_state, { set }) => {
      const { numerator, denominator, sample } = set.groupsOnBothSides;
      if (set.rows === 0 || set.fates.kept.holdout === 0) {
        return unmeasured('groups');
      }
      if (denominator === 0) {
        return skippedMeasured('groups', 'No row names a conversation, session or user.');
      }
      return countMeasured({ value: numerator, unit: 'groups', denominator }, { sample });
    },
  },
  judge: (measured, limits) =>
    judgeByLimits({
      measured,
      limits,
      found: `${counted(measured.numerator ?? 0)} of ${counted(measured.denominator ?? 0)} conversations, sessions or users have rows on both sides.`,
    }),
  remedy: 'Split again by group, so that all rows of one conversation or user stand on one side.',
  action: 'resplit-by-group',
};
