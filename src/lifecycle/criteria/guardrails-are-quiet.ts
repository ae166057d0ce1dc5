import { worstOutcome } from '../../kernel/verdict.js';
import { defineCriterion } from '../criterion.js';

export const guardrailsAreQuiet = defineCriterion({
  id: 'guardrails-are-quiet',
  question: 'Is every guardrail measured in this step and within its bound?',
  why: 'The next step shows the candidate to more people; a guardrail that saw nothing is no comfort.',
  source: 'The guardrails of the rollout, each with its own source.',
  remedy: 'Look into the named guardrails; let the step run on where they saw too little.',
  role: 'gate',
  reads: ['guardrail.window'],
  weigh(values) {
    const { guardrails, candidateExchanges } = values['guardrail.window'];
    const bad = guardrails.filter(({ outcome }) => outcome !== 'pass');
    const base = {
      outcome: worstOutcome(guardrails.map(({ outcome }) => outcome)),
      measured: guardrails.length - bad.length,
      required: guardrails.length,
      unit: 'guardrails',
      n: candidateExchanges,
    };
    if (guardrails.length === 0) {
      return { ...base, text: '0 guardrails were measured; at least 1 is required.' };
    }
    const list = bad.map((one) => `${one.id} (${one.outcome}): ${one.text}`).join(' ');
    return {
      ...base,
      text:
        bad.length === 0
          ? `All ${guardrails.length} guardrails are quiet over ${candidateExchanges} candidate exchanges.`
          : `${bad.length} of ${guardrails.length} guardrails are not quiet: ${list}`,
    };
  },
});
