// Candidate and incumbent answer the held-out examples, in pairs.

import { vocabulary } from '../vocabulary.js';
import { jobChart } from './job-chart.js';

const chart = jobChart({
  start: 'startEvaluation',
  cancel: 'cancelEvaluation',
  retryTakesOver: false,
  exits: [{ target: '#cutover', guard: 'mayRaiseExposure' }],
});

const retuneAndCancel = {
  RETUNE: { guard: 'isReleased', target: '#tuning', actions: ['personOwnsJob', 'cancelEvaluation'] },
} as const;

export const evaluating = vocabulary.createStateConfig({
  id: 'evaluating',
  description: 'The candidate is compared with the incumbent on held-out examples.',
  entry: 'enterStage',
  initial: 'queued',
  states: {
    ...chart,
    queued: { ...chart.queued, on: { ...chart.queued.on, ...retuneAndCancel } },
    running: { ...chart.running, on: { ...chart.running.on, ...retuneAndCancel } },
  },
  on: {
    ABORT: { target: '#aborted' },
    REOPEN: { guard: 'isReleased', target: '#collecting' },
    RETUNE: { guard: 'isReleased', target: '#tuning', actions: 'personOwnsJob' },
    DATASET_REVOKED: { target: '#collecting' },
  },
});
