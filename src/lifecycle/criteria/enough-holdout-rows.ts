import { defineCriterion } from '../criterion.js';

export const enoughHoldoutRows = defineCriterion({
  id: 'enough-holdout-rows',
  question: 'Are enough rows held out to compare the two models on?',
  why: 'With too few held-out rows no honest comparison can come to a decision.',
  source: 'The policy of the project: readiness.holdoutRowsMin.',
  remedy: 'Collect on, or import held-out examples.',
  role: 'gate',
  reads: ['readiness.report'],
  weigh(values, { policy }) {
    const { holdoutRows } = values['readiness.report'];
    const required = policy.readiness.holdoutRowsMin;
    return {
      outcome: holdoutRows >= required ? 'pass' : 'fail',
      text: `${holdoutRows} rows are held out; at least ${required} are required.`,
      measured: holdoutRows,
      required,
      unit: 'rows',
      n: holdoutRows,
    };
  },
});
