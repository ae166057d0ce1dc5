import { defineCriterion } from '../criterion.js';

export const trainedOnTheFrozenDataSet = defineCriterion({
  id: 'trained-on-the-frozen-data-set',
  question: 'Was the candidate trained on exactly the data set that was frozen?',
  why: 'Only of the frozen data set is it known that it was checked and that its held-out rows stayed out.',
  source: 'Reproducibility: an artefact is bound to its inputs by their digest.',
  remedy: 'Run the training again on the frozen data set.',
  role: 'gate',
  reads: ['training.run', 'dataset.frozen'],
  weigh(values) {
    const trainedOn = values['training.run'].datasetDigest;
    const frozen = values['dataset.frozen'].datasetDigest;
    if (trainedOn === null) {
      const text =
        'The candidate was trained elsewhere; on which data, and whether on held-out rows, is not known here.';
      return { outcome: 'inconclusive', text, measured: null, required: frozen, unit: 'digest' };
    }
    const same = trainedOn === frozen && frozen !== '';
    return {
      outcome: same ? 'pass' : 'fail',
      text: same
        ? `The candidate was trained on the frozen data set ${frozen}.`
        : `The candidate was trained on ${trainedOn || 'an unnamed data set'}; the frozen one is ${frozen || 'unnamed'}.`,
      measured: trainedOn,
      required: frozen,
      unit: 'digest',
    };
  },
});
