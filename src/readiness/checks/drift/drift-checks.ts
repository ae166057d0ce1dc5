// Is the data what production asks today, and did it come from one world?
import type { Check } from '../../check.js';
import { labelsMatchProduction } from './labels-match-production.js';
import { lengthsMatchProduction } from './lengths-match-production.js';
import { orderSaysNothing } from './order-says-nothing.js';
import { rowsAreFresh } from './rows-are-fresh.js';
import { theFrameStaysTheSame } from './the-frame-stays-the-same.js';
import { theTeacherStaysTheSame } from './the-teacher-stays-the-same.js';
import { trafficHasNoGaps } from './traffic-has-no-gaps.js';
import { wordsMatchProduction } from './words-match-production.js';

/** In the order of their ids. */
export const driftChecks: readonly Check[] = [
  wordsMatchProduction,
  lengthsMatchProduction,
  labelsMatchProduction,
  rowsAreFresh,
  theFrameStaysTheSame,
  theTeacherStaysTheSame,
  trafficHasNoGaps,
  orderSaysNothing,
];
