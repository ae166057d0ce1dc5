import { enoughCandidateExchanges } from '../criteria/enough-candidate-exchanges.js';
import { guardrailsAreQuiet } from '../criteria/guardrails-are-quiet.js';
import { stepHasLasted } from '../criteria/step-has-lasted.js';
import type { Gate } from '../gate.js';

export const canaryQuiet: Gate = {
  name: 'canary-quiet',
  question: 'Is the first percent quiet?',
  criteria: [guardrailsAreQuiet, enoughCandidateExchanges, stepHasLasted],
};
