import { defineCriterion } from '../criterion.js';

const tolerance = 1e-12;

function points(share: number | null): string {
  return share === null ? 'unknown' : `${(share * 100).toFixed(2)} points`;
}

export const candidateIsNotInferior = defineCriterion({
  id: 'candidate-is-not-inferior',
  question: 'Is the candidate, beyond doubt, not worse than the margin allows?',
  why: 'A difference that is not significant is no proof of equality; the whole interval must clear the margin.',
  source: 'Non-inferiority of paired proportions, decided by the evaluation; margin and alpha from the policy.',
  remedy: 'Evaluate on more pairs, or train a better candidate.',
  role: 'gate',
  reads: ['evaluation.comparison'],
  weigh(values, { policy }) {
    const { margin, alpha, difference, differenceLow, differenceHigh, n, outcome } = values['evaluation.comparison'];
    const wanted = policy.evaluation;
    const base = { measured: differenceLow, required: -wanted.nonInferiorityMargin, unit: 'share', n };
    if (Math.abs(margin - wanted.nonInferiorityMargin) > tolerance || Math.abs(alpha - wanted.alpha) > tolerance) {
      return {
        ...base,
        outcome: 'inconclusive',
        text: `The comparison was decided at margin ${margin} and alpha ${alpha}; the policy asks for ${wanted.nonInferiorityMargin} and ${wanted.alpha}.`,
        remedy: 'Evaluate again under the policy of the project.',
      };
    }
    return {
      ...base,
      outcome,
      text: `The candidate differs by ${points(difference)} (interval ${points(differenceLow)} to ${points(differenceHigh)}); it may be worse by ${points(wanted.nonInferiorityMargin)} at most.`,
    };
  },
});
