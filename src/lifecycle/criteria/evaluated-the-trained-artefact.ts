import { defineCriterion } from '../criterion.js';

export const evaluatedTheTrainedArtefact = defineCriterion({
  id: 'evaluated-the-trained-artefact',
  question: 'Was the artefact that was evaluated the one that was trained?',
  why: 'The proof of one model says nothing about another that has its name.',
  source: 'Reproducibility: an evaluation is bound to its artefact by the digest.',
  remedy: 'Evaluate the artefact of the latest training run.',
  role: 'gate',
  reads: ['evaluation.comparison', 'training.run'],
  weigh(values) {
    const evaluated = values['evaluation.comparison'].artefactDigest;
    const trained = values['training.run'].artefactDigest;
    const same = evaluated !== '' && evaluated === trained;
    return {
      outcome: same ? 'pass' : 'fail',
      text: same
        ? `The artefact ${evaluated} was trained and evaluated.`
        : `The artefact ${evaluated || 'without a digest'} was evaluated; the trained one is ${trained ?? 'missing'}.`,
      measured: evaluated,
      required: trained,
      unit: 'digest',
    };
  },
});
