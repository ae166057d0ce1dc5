import { defineCriterion } from '../criterion.js';

export const enoughCandidateExchanges = defineCriterion({
  id: 'enough-candidate-exchanges',
  question: 'Has the candidate answered enough calls in this step?',
  why: 'A quiet guardrail over a handful of calls says nothing.',
  source: 'The policy of the project: rollout.candidateExchangesPerStepMin.',
  remedy: 'Let the step run on.',
  role: 'gate',
  reads: ['guardrail.window'],
  weigh(values, { policy }) {
    const { candidateExchanges } = values['guardrail.window'];
    const required = policy.rollout.candidateExchangesPerStepMin;
    return {
      outcome: candidateExchanges >= required ? 'pass' : 'inconclusive',
      text: `The candidate answered ${candidateExchanges} calls in this step; at least ${required} are required.`,
      measured: candidateExchanges,
      required,
      unit: 'exchanges',
      n: candidateExchanges,
    };
  },
});
