// Who answers users. It moves only by what the stage region says, so a rollback never depends on where a gate waits.
import { vocabulary } from '../vocabulary.js';

export const traffic = vocabulary.createStateConfig({
  id: 'traffic',
  initial: 'incumbent',
  states: { incumbent: {}, shadow: {}, split: {}, candidate: {} },
  on: {
    'traffic.toIncumbent': { target: '.incumbent' },
    'traffic.toShadow': { target: '.shadow' },
    'traffic.toSplit': { target: '.split' },
    'traffic.toCandidate': { target: '.candidate' },
  },
});
