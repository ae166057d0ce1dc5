import { enoughCandidateExchanges } from '../criteria/enough-candidate-exchanges.js';
import { guardrailsAreQuiet } from '../criteria/guardrails-are-quiet.js';
import { stepHasLasted } from '../criteria/step-has-lasted.js';
import type { Gate } from '../gate.js';

export const rampQuiet: Gate = {
  name: 'ramp-quiet',
  question: 'Is this step of the ramp quiet?',
  criteria: [guardrailsAreQuiet, enoughCandidateExchanges, stepHasLasted],
};
