// Is there enough to learn from and to judge by? In the order of the catalogue.
import type { Check } from '../../check.js';
import { captureRate } from './capture-rate.js';
import { enoughHoldoutRows } from './enough-holdout-rows.js';
import { enoughRowsPerClass } from './enough-rows-per-class.js';
import { enoughTrainRows } from './enough-train-rows.js';
import { moreRowsWouldBringLittle } from './more-rows-would-bring-little.js';
import { tokensToTrainOn } from './tokens-to-train-on.js';

export const volumeChecks: readonly Check[] = [
  enoughTrainRows,
  enoughRowsPerClass,
  enoughHoldoutRows,
  moreRowsWouldBringLittle,
  tokensToTrainOn,
  captureRate,
];
