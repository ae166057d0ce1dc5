import type { Check, Measured } from '../../check.js';
import { isAccepted } from '../../feedback/row-feedback.js';
import { percent, plural } from '../../judging/in-words.js';
import { judgeByLimits } from '../../judging/judge-limits.js';
import { detail, shareMeasured, skippedMeasured, unmeasured } from '../../judging/measured.js';
import { addKey, emptyTop, mergeTop, type TopKeys } from '../../states/top-keys.js';

interface SliceFeedback {
  rows: number;
  judged: TopKeys;
  accepted: TopKeys;
  all: number;
  allAccepted: number;
}

/** Fewer judged rows say nothing about a slice. */
const judgedMin = 30;

function lowest({ judged, accepted, all, allAccepted }: SliceFeedback): Measured {
  const [worst] = [...judged.counts]
    .filter(([, rows]) => rows >= judgedMin)
    .map(([slice, rows]) => ({ slice, rows, liked: accepted.counts.get(slice) ?? 0 }))
    .sort((one, other) => one.liked / one.rows - other.liked / other.rows || (one.slice < other.slice ? -1 : 1));
  if (worst === undefined) {
    return skippedMeasured('share', `No slice has ${judgedMin} rows that say whether their answer was accepted.`);
  }
  const details = { slice: worst.slice.slice(0, 120), overall: allAccepted / all };
  return shareMeasured({ numerator: worst.liked, denominator: worst.rows }, { details });
}

export const noGroupIsServedBadly: Check<SliceFeedback> = {
  id: 'B10',
  name: 'rare.group',
  version: 1,
  question: 'Which slice does the closed model serve worst?',
  why: 'There a candidate learns from bad answers, and there it can be better than its teacher.',
  source: 'After cleanlab’s underperforming group; by feedback, on slices with 30 judged rows or more.',
  blocking: false,
  measure: {
    start: () => ({ rows: 0, judged: emptyTop(), accepted: emptyTop(), all: 0, allAccepted: 0 }),
    add: (state, { example: { traits } }) => {
      state.rows += 1;
      const accepted = isAccepted(traits);
      if (accepted === null) {
        return state;
      }
      state.all += 1;
      state.allAccepted += accepted ? 1 : 0;
      for (const [name, value] of Object.entries(traits.slices)) {
        addKey(state.judged, `${name}=${value}`);
        if (accepted) {
          addKey(state.accepted, `${name}=${value}`);
        }
      }
      return state;
    },
    merge: (left, right) => {
      left.rows += right.rows;
      left.all += right.all;
      left.allAccepted += right.allAccepted;
      mergeTop(left.judged, right.judged);
      mergeTop(left.accepted, right.accepted);
      return left;
    },
    finish: (state) => (state.rows === 0 ? unmeasured('share') : lowest(state)),
  },
  judge: (measured, limits) => {
    if (measured.skipped !== null || measured.value === null) {
      return judgeByLimits({ measured, limits, found: '' });
    }
    const found = `Least liked is ${measured.details.slice}: ${percent(measured.value)} of ${plural(measured.denominator ?? 0, 'judged answer')} were accepted, of all ${percent(detail(measured, 'overall'))}.`;
    return judgeByLimits({ measured, limits, found });
  },
  remedy: 'Collect corrected answers of this slice before training on it.',
  action: null,
};
