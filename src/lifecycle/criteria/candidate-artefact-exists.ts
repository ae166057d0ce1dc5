import { defineCriterion } from '../criterion.js';

export const candidateArtefactExists = defineCriterion({
  id: 'candidate-artefact-exists',
  question: 'Did the training run leave a candidate that can be served?',
  why: 'A run that ended well without an artefact is a failed run; vendors report such runs.',
  source: 'Fine-tuning interfaces: a run that succeeded must name its model.',
  remedy: 'Look into the training run and run it again.',
  role: 'gate',
  reads: ['training.run'],
  weigh(values) {
    const { runId, state, artefactDigest, servedModel } = values['training.run'];
    const hasArtefact = artefactDigest !== null && artefactDigest !== '';
    const base = { measured: state, required: 'succeeded', unit: 'state' };
    if (state === 'brought' && hasArtefact) {
      return {
        ...base,
        outcome: 'pass',
        text: `The candidate answers where it is served, as ${servedModel ?? 'no name'}.`,
      };
    }
    if (state !== 'succeeded') {
      return { ...base, outcome: 'fail', text: `Training run ${runId} is ${state}; it must have succeeded.` };
    }
    return hasArtefact
      ? { ...base, outcome: 'pass', text: `Training run ${runId} succeeded and left artefact ${artefactDigest}.` }
      : { ...base, outcome: 'fail', text: `Training run ${runId} succeeded but left 0 artefacts; 1 is required.` };
  },
});
