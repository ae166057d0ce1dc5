import { type Check, noRowMeasure } from '../../check.js';
import { counted, percent } from '../../judging/in-words.js';
import { judgeByLimits } from '../../judging/judge-limits.js';
import { detail, shareMeasured } from '../../judging/measured.js';

export const rowsAreNotNearlyTheSame: Check<null> = {
  id: 'U03',
  name: 'dup.near',
  version: 2,
  question: 'Are few training rows nearly the same as another?',
  why: 'A template filled in a hundred times is one example, not a hundred.',
  source:
    'Jaccard 0.8 on five characters, or five words for texts above 1,000 (NeMo Curator 0.8, data-juicer 0.7, marin).',
  blocking: false,
  measure: {
    ...noRowMeasure,
    finish: (_state, { near }) => {
      const details = {
        pairs: near.pairs,
        crossLabel: near.crossLabelPairs,
        largest: near.largestCluster,
        complete: near.complete ? 1 : 0,
      };
      const counts = { numerator: near.removableTrainRows, denominator: near.trainRows };
      // Where pairs have different labels, how many rows go is only known when the clusters were looked at.
      const metricAfter = near.complete && near.crossLabelPairs === 0 ? 0 : null;
      const effect = { rows: 0 - near.removableTrainRows, tokens: null, metricAfter };
      return { ...shareMeasured(counts, { sample: near.removableSample, details }), effect };
    },
  },
  judge: (measured, limits) => {
    const atLeast = detail(measured, 'complete') === 1 ? '' : 'At least ';
    const crossLabel = detail(measured, 'crossLabel');
    const labels = crossLabel === 0 ? '' : ` ${counted(crossLabel)} of the pairs have different labels.`;
    return judgeByLimits({
      measured,
      limits,
      found: `${atLeast}${counted(measured.numerator ?? 0)} of ${counted(measured.denominator ?? 0)} training rows (${percent(measured.value ?? 0)}) are nearly the same as an earlier one: ${counted(detail(measured, 'pairs'))} pairs, largest group ${counted(detail(measured, 'largest'))}.${labels}`,
    });
  },
  remedy:
    'Look at the pairs and keep the best row of each group. They are not taken out by themselves, and never across labels.',
  action: 'drop-near-duplicates',
};
