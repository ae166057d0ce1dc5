import { candidateArtefactExists } from '../criteria/candidate-artefact-exists.js';
import { lockInIsBearable } from '../criteria/lock-in-is-bearable.js';
import { targetLicenceIsAccepted } from '../criteria/target-licence-is-accepted.js';
import { trainedOnTheFrozenDataSet } from '../criteria/trained-on-the-frozen-data-set.js';
import type { Gate } from '../gate.js';

export const candidateExists: Gate = {
  name: 'candidate-exists',
  question: 'Is there a candidate that was trained on the frozen data?',
  criteria: [candidateArtefactExists, trainedOnTheFrozenDataSet, targetLicenceIsAccepted, lockInIsBearable],
};
