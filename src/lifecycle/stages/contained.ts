// Something is wrong and there is no healthy incumbent to go back to: traffic stays where it is and people are called.
import { vocabulary } from '../vocabulary.js';

export const contained = vocabulary.createStateConfig({
  id: 'contained',
  description: 'A breach found no healthy incumbent; exposure is frozen and people are called.',
  entry: ['enterStage', 'callPeople'],
  on: {
    FALLBACK_UP: { target: '#rolledBack', actions: 'noteContainedRollback' },
    ACCEPT_RISK: [
      { guard: 'mayCompleteRiskAcceptance', target: '#completed', actions: 'forgetContainment' },
      { guard: 'mayBeginRiskAcceptance', actions: 'noteRiskAcceptance' },
    ],
    DATASET_REVOKED: { actions: 'noteRevocation' },
  },
});
