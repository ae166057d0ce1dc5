import { candidateAnswersReliably } from '../criteria/candidate-answers-reliably.js';
import { enoughShadowPairs } from '../criteria/enough-shadow-pairs.js';
import { incumbentStillAnswers } from '../criteria/incumbent-still-answers.js';
import { shadowAnswersAgree } from '../criteria/shadow-answers-agree.js';
import type { Gate } from '../gate.js';

export const shadowAgrees: Gate = {
  name: 'shadow-agrees',
  question: 'Does the candidate do on live calls what it did on held-out ones?',
  criteria: [enoughShadowPairs, shadowAnswersAgree, candidateAnswersReliably, incumbentStillAnswers],
};
