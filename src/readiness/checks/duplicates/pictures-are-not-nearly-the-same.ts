import { type Check, noRowMeasure } from '../../check.js';
import { counted, percent } from '../../judging/in-words.js';
import { judgeByLimits } from '../../judging/judge-limits.js';
import { detail, shareMeasured, skippedMeasured } from '../../judging/measured.js';

export const picturesAreNotNearlyTheSame: Check<null> = {
  id: 'U06',
  name: 'image.near',
  version: 1,
  question: 'Do pictures differ from each other?',
  why: 'The same photograph in three sizes is one example with three captions.',
  source:
    'Difference hashes of 64 bits, at most four apart; ours. On pictures of 28 points it gave 1,187 false pairs of 900: below 64 points nothing is compared, and it only warns.',
  blocking: false,
  measure: {
    ...noRowMeasure,
    finish: (_state, { intake }) => {
      const { near, pictures } = intake.images;
      if (pictures === 0) {
        return skippedMeasured('share', 'No row shows a picture.');
      }
      if (near === undefined || near.compared === 0) {
        return skippedMeasured('share', 'No picture is large enough to be compared: 64 points on a side are needed.');
      }
      const counts = { numerator: near.alike, denominator: near.compared };
      return shareMeasured(counts, { details: { tooSmall: near.tooSmall } });
    },
  },
  judge: (measured, limits) =>
    judgeByLimits({
      measured,
      limits,
      found:
        measured.skipped === null
          ? `${counted(measured.numerator ?? 0)} of ${counted(measured.denominator ?? 0)} pictures (${percent(measured.value ?? 0)}) look like an earlier one; ${counted(detail(measured, 'tooSmall'))} were too small to be compared.`
          : '',
    }),
  remedy: 'Look at the pictures and keep one of each.',
  action: null,
};
