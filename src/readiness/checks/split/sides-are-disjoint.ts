import { type Check, noRowMeasure } from '../../check.js';
import { counted } from '../../judging/in-words.js';
import { judgeByLimits } from '../../judging/judge-limits.js';
import { countMeasured, detail, unmeasured } from '../../judging/measured.js';

/**
 * Prompts on both sides of the assembled set refuse it. Rows that are near, and groups that are split, are judged by L02
 * and L04 with their own limits: here they only keep the check from passing.
 */
export const sidesAreDisjoint: Check<null> = {
  id: 'S02',
  name: 'split.disjoint',
  version: 2,
  question: 'Have the two sides of the split nothing in common?',
  why: 'Whatever is on both sides is trained on and then asked for.',
  source: 'Ours, over the assembled set: L01, L02 and L04 all have to be zero for it to pass.',
  blocking: true,
  measure: {
    ...noRowMeasure,
    finish: (_state, { set, near }) => {
      const { train, holdout } = set.fates.kept;
      if (train === 0 || holdout === 0) {
        return unmeasured('rows');
      }
      const details = { near: near.nearHoldoutRowsLeft, groups: set.groupsOnBothSides.numerator };
      const sample = near.nearHoldoutRowsLeft > 0 ? near.nearHoldoutSample : set.groupsOnBothSides.sample;
      return countMeasured({ value: set.leakedStill, unit: 'rows', denominator: holdout }, { sample, details });
    },
  },
  judge: (measured, limits) => {
    if (measured.value === null) {
      return judgeByLimits({ measured, limits, found: '' });
    }
    const [near, groups] = [detail(measured, 'near'), detail(measured, 'groups')];
    const found = `Of ${counted(measured.denominator ?? 0)} held-out rows, ${counted(measured.value)} have their prompt in the training rows and ${counted(near)} are near one of them; ${counted(groups)} groups stand on both sides.`;
    const judged = judgeByLimits({ measured, limits, found });
    return judged.outcome === 'pass' && near + groups > 0 ? { ...judged, outcome: 'warn' } : judged;
  },
  remedy: 'Split again by group, near rows counted as one group; a prompt on both sides is a fault of Openward.',
  action: 'resplit-by-group',
};
