import { briefIsComplete } from '../criteria/brief-is-complete.js';
import { candidateIsNamed } from '../criteria/candidate-is-named.js';
import { lockInIsBearable } from '../criteria/lock-in-is-bearable.js';
import { ownerIsNamed } from '../criteria/owner-is-named.js';
import { targetLicenceFits } from '../criteria/target-licence-fits.js';
import type { Gate } from '../gate.js';

export const intake: Gate = {
  name: 'intake',
  question: 'Is the task described well enough to decide about it?',
  criteria: [briefIsComplete, candidateIsNamed, ownerIsNamed, targetLicenceFits, lockInIsBearable],
};
