import { defineCriterion } from '../criterion.js';

export const enoughShadowPairs = defineCriterion({
  id: 'enough-shadow-pairs',
  question: 'Did enough live calls get an answer from both models?',
  why: 'The held-out rows are of yesterday; live calls show what today asks.',
  source: 'The policy of the project: shadow.pairsMin.',
  remedy: 'Let the shadow run on, or copy a larger share of the calls.',
  role: 'gate',
  reads: ['shadow.agreement'],
  weigh(values, { policy }) {
    const { pairs } = values['shadow.agreement'];
    const required = policy.shadow.pairsMin;
    return {
      outcome: pairs >= required ? 'pass' : 'inconclusive',
      text: `${pairs} shadow pairs were scored; at least ${required} are required.`,
      measured: pairs,
      required,
      unit: 'pairs',
      n: pairs,
    };
  },
});
