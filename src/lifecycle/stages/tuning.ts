// The data set is frozen and a candidate is trained on it.

import { vocabulary } from '../vocabulary.js';
import { jobChart } from './job-chart.js';

export const tuning = vocabulary.createStateConfig({
  id: 'tuning',
  description: 'A candidate is trained on the frozen data set.',
  entry: 'enterStage',
  initial: 'queued',
  states: jobChart({
    start: 'startTraining',
    cancel: 'cancelTraining',
    retryTakesOver: true,
    exits: [{ target: '#evaluating', guard: 'isReleased' }],
  }),
  on: {
    ABORT: { target: '#aborted' },
    REOPEN: { guard: 'isReleased', target: '#collecting' },
    DATASET_REVOKED: { target: '#collecting' },
  },
});
