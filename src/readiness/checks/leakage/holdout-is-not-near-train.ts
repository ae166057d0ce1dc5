import { type Check, noRowMeasure } from '../../check.js';
import { counted, percent } from '../../judging/in-words.js';
import { judgeByLimits } from '../../judging/judge-limits.js';
import { detail, shareMeasured } from '../../judging/measured.js';

/**
 * The share is of the split as it was delivered, and warns by it. Whether it fails is decided by what is left after
 * repeated and leaked training rows were taken out: the data set that would be trained on.
 */
export const holdoutIsNotNearTrain: Check<null> = {
  id: 'L02',
  name: 'leak.near',
  version: 2,
  question: 'Are the held-out rows different from the training rows?',
  why: 'A held-out row that differs from a training row by one word is answered from memory.',
  source: 'Verified Jaccard of 0.8; ours, measured on banking77: 4.9 % of the official test rows.',
  blocking: true,
  measure: {
    ...noRowMeasure,
    finish: (_state, { near }) => {
      const counts = {
        numerator: near.nearHoldoutRows,
        denominator: near.trainRows === 0 ? 0 : near.holdoutRows,
      };
      const details = { left: near.nearHoldoutRowsLeft, complete: near.complete ? 1 : 0 };
      return shareMeasured(counts, { sample: near.nearHoldoutSample, details });
    },
  },
  judge: (measured, limits) => {
    const [left, rows] = [detail(measured, 'left'), measured.denominator ?? 0];
    const atLeast = detail(measured, 'complete') === 1 ? '' : 'At least ';
    const found = `${atLeast}${counted(measured.numerator ?? 0)} of ${counted(rows)} held-out rows (${percent(measured.value ?? 0)}) are nearly the same as a training row; ${counted(left)} still are after leaked rows were taken out.`;
    const judged = judgeByLimits({ measured, limits, found });
    const isMended = judged.outcome === 'fail' && limits.fail !== null && rows > 0 && left / rows <= limits.fail;
    return isMended ? { ...judged, outcome: 'warn' } : judged;
  },
  remedy: 'Take the near training rows out before the upload, or move each group of near rows to one side.',
  action: 'resplit-by-group',
};
