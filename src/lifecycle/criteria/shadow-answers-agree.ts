import { defineCriterion } from '../criterion.js';

export const shadowAnswersAgree = defineCriterion({
  id: 'shadow-answers-agree',
  question: 'Does the candidate answer live calls as the incumbent does?',
  why: 'Users are used to the incumbent; whoever moves them should know how often the answer changes.',
  source: 'The policy of the project: shadow.agreementMin, at the lower end of the interval.',
  remedy: 'Read the pairs that disagree; train on them, or lower the bar with a reason.',
  role: 'gate',
  reads: ['shadow.agreement'],
  weigh(values, { policy }) {
    const { agreementLow, agreementHigh, agreeing, pairs } = values['shadow.agreement'];
    const required = policy.shadow.agreementMin;
    const base = { measured: agreementLow, required, unit: 'share', n: pairs };
    if (agreementLow === null || agreementHigh === null || pairs === 0) {
      return {
        ...base,
        outcome: 'inconclusive',
        text: `The agreement on ${pairs} pairs is unknown; ${required} is required.`,
      };
    }
    const text = `${agreeing} of ${pairs} answers agree (interval ${agreementLow.toFixed(4)} to ${agreementHigh.toFixed(4)}); at least ${required} is required.`;
    if (agreementLow >= required) {
      return { ...base, outcome: 'pass', text };
    }
    return { ...base, outcome: agreementHigh < required ? 'fail' : 'inconclusive', text };
  },
});
