// Everything is with the incumbent again. A person picks what follows; each choice is a new attempt.
import { vocabulary } from '../vocabulary.js';

export const rolledBack = vocabulary.createStateConfig({
  id: 'rolledBack',
  description: 'Traffic went back to the incumbent.',
  entry: ['enterStage', 'forgetContainment', 'setNoWeight', 'trafficToIncumbent', 'disarmGuardrail'],
  on: {
    RETRY: { guard: 'mayRetry', target: '#cutover', actions: 'beginAttempt' },
    RETUNE: { guard: 'mayRetune', target: '#tuning', actions: ['beginAttempt', 'personOwnsJob'] },
    REOPEN: { guard: 'isReleased', target: '#collecting', actions: 'beginAttempt' },
    ABORT: { target: '#aborted' },
    DATASET_REVOKED: { actions: 'noteRevocation' },
  },
});
