import { candidateIsNotInferior } from '../criteria/candidate-is-not-inferior.js';
import { comparedOnEnoughPairs } from '../criteria/compared-on-enough-pairs.js';
import { evaluatedTheTrainedArtefact } from '../criteria/evaluated-the-trained-artefact.js';
import type { Gate } from '../gate.js';

export const notInferior: Gate = {
  name: 'not-inferior',
  question: 'Is the candidate as good as the incumbent on our own work?',
  criteria: [comparedOnEnoughPairs, candidateIsNotInferior, evaluatedTheTrainedArtefact],
};
