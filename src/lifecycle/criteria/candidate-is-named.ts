import { defineCriterion } from '../criterion.js';

export const candidateIsNamed = defineCriterion({
  id: 'candidate-is-named',
  question: 'Is a candidate named that is another model than the incumbent?',
  why: 'A migration without a destination cannot be judged; moving to the same model is none.',
  source: 'Project practice: the open alternative is chosen before data is collected for it.',
  remedy: 'Name an open model from the catalogue as the candidate.',
  role: 'gate',
  reads: ['intake.assessment'],
  weigh(values) {
    const { candidateModel, incumbentModel } = values['intake.assessment'];
    const candidate = candidateModel.trim();
    const base = { measured: candidate === '' ? null : candidate, required: 'an open model', unit: 'model' };
    if (candidate === '') {
      return { ...base, outcome: 'fail', text: 'No candidate model is named; one open model is required.' };
    }
    return candidate === incumbentModel.trim()
      ? { ...base, outcome: 'fail', text: `The candidate ${candidate} is the incumbent itself.` }
      : { ...base, outcome: 'pass', text: `The candidate is ${candidate}, to replace ${incumbentModel}.` };
  },
});
