import type { Check } from '../check.js';
import { counted, percent } from '../judging/in-words.js';
import { judgeByLimits } from '../judging/judge-limits.js';
import { detail, shareMeasured } from '../judging/measured.js';

export const rowsAreNotNearlyTheSame: Check<null> = {
  id: 'U03',
  name: 'dup.near',
  version: 1,
  question: 'Are few training rows nearly the same as another?',
  why: 'A template filled in a hundred times is one example, not a hundred.',
  source:
    'Jaccard 0.8 on five characters, or five words for texts above 1,000 (NeMo Curator 0.8, data-juicer 0.7, marin).',
  blocking: false,
  limits: { better: 'low', warn: 0.05, fail: 'nearDuplicateShareMax', source: 'policy; catalogue U03' },
  measure: {
    start: () => null,
    add: (state) => state,
    merge: (left) => left,
    finish: (_state, { near }) =>
      shareMeasured(
        { numerator: near.removableTrainRows, denominator: near.trainRows },
        {
          sample: near.removableSample,
          details: { pairs: near.pairs, largest: near.largestCluster, complete: near.complete ? 1 : 0 },
        },
      ),
  },
  judge: (measured, thresholds) => {
    const atLeast = detail(measured, 'complete') === 1 ? '' : 'At least ';
    return judgeByLimits({
      measured,
      limits: rowsAreNotNearlyTheSame.limits,
      thresholds,
      found: `${atLeast}${counted(measured.numerator ?? 0)} of ${counted(measured.denominator ?? 0)} training rows (${percent(measured.value ?? 0)}) are nearly the same as an earlier one: ${counted(detail(measured, 'pairs'))} pairs, largest group ${counted(detail(measured, 'largest'))}.`,
    });
  },
  remedy:
    'Look at the pairs and keep the best row of each group. They are not taken out by themselves: labels may differ.',
};
