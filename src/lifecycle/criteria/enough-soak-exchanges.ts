import { defineCriterion } from '../criterion.js';

export const enoughSoakExchanges = defineCriterion({
  id: 'enough-soak-exchanges',
  question: 'Has the candidate answered enough calls at full traffic?',
  why: 'Full traffic shows load and rare calls that no smaller share shows.',
  source: 'The policy of the project: rollout.soakExchangesMin.',
  remedy: 'Let the soak run on.',
  role: 'gate',
  reads: ['guardrail.window'],
  weigh(values, { policy }) {
    const { candidateExchanges } = values['guardrail.window'];
    const required = policy.rollout.soakExchangesMin;
    return {
      outcome: candidateExchanges >= required ? 'pass' : 'inconclusive',
      text: `The candidate answered ${candidateExchanges} calls at full traffic; at least ${required} are required.`,
      measured: candidateExchanges,
      required,
      unit: 'exchanges',
      n: candidateExchanges,
    };
  },
});
