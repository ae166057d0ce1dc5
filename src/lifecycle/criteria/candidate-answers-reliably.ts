import { defineCriterion } from '../criterion.js';

export const candidateAnswersReliably = defineCriterion({
  id: 'candidate-answers-reliably',
  question: 'Does the candidate answer nearly every call that it gets?',
  why: 'Agreement is counted on answers; a candidate that often fails to answer would look better than it is.',
  source: 'The policy of the project: shadow.failureShareMax, at the upper end of the interval.',
  remedy: 'Look into the failures of the candidate: time-outs, limits, malformed answers.',
  role: 'gate',
  reads: ['shadow.agreement'],
  weigh(values, { policy }) {
    const { candidateFailures, failureShareHigh, pairs } = values['shadow.agreement'];
    const required = policy.shadow.failureShareMax;
    const base = { measured: failureShareHigh, required, unit: 'share', n: pairs };
    if (failureShareHigh === null) {
      return {
        ...base,
        outcome: 'inconclusive',
        text: `The share of failures is unknown; at most ${required} is allowed.`,
      };
    }
    const text = `${candidateFailures} shadow calls failed beside ${pairs} pairs (share at most ${failureShareHigh.toFixed(4)}); ${required} is allowed.`;
    if (failureShareHigh <= required) {
      return { ...base, outcome: 'pass', text };
    }
    // The share itself, taken as small as it can be, tells a bad candidate from a short look.
    const shareAtLeast = candidateFailures / Math.max(1, pairs + candidateFailures);
    return { ...base, outcome: shareAtLeast > required ? 'fail' : 'inconclusive', text };
  },
});
