import { defineCriterion } from '../criterion.js';

export const comparedOnEnoughPairs = defineCriterion({
  id: 'compared-on-enough-pairs',
  question: 'Were the two models compared on enough pairs of answers?',
  why: 'Few pairs let a worse candidate through by luck, and let a good one fail.',
  source: 'The policy of the project: evaluation.pairsMin.',
  remedy: 'Hold out more rows and evaluate again.',
  role: 'gate',
  reads: ['evaluation.comparison'],
  weigh(values, { policy }) {
    const { n, requiredPairs } = values['evaluation.comparison'];
    const required = policy.evaluation.pairsMin;
    const wanted = requiredPairs === null ? '' : ` The observed disagreement asks for ${requiredPairs} to decide.`;
    return {
      outcome: n >= required ? 'pass' : 'inconclusive',
      text: `${n} pairs were compared; at least ${required} are required.${wanted}`,
      measured: n,
      required,
      unit: 'pairs',
      n,
    };
  },
});
