import { enoughHoldoutRows } from '../criteria/enough-holdout-rows.js';
import { enoughTrainingRows } from '../criteria/enough-training-rows.js';
import { noBlockingCheckFailed } from '../criteria/no-blocking-check-failed.js';
import { rightToTrain } from '../criteria/right-to-train.js';
import type { Gate } from '../gate.js';

export const dataReady: Gate = {
  name: 'data-ready',
  question: 'Is the data good enough to train on and to judge with?',
  criteria: [enoughTrainingRows, enoughHoldoutRows, noBlockingCheckFailed, rightToTrain],
};
