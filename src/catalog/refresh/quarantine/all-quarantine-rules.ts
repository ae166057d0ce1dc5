// Every question that is asked about a change before it may count.
import { batchCostsNoMoreThanStandard } from './batch-costs-no-more-than-standard.js';
import { betterSourceAgrees } from './better-source-agrees.js';
import { cachedCostsNoMoreThanFresh } from './cached-costs-no-more-than-fresh.js';
import { contextDoesNotShrink } from './context-does-not-shrink.js';
import { dateDoesNotMoveEarlier } from './date-does-not-move-earlier.js';
import { dateDoesNotVanish } from './date-does-not-vanish.js';
import { modelInUseStaysListed } from './model-in-use-stays-listed.js';
import { nothingIsFreeByMistake } from './nothing-is-free-by-mistake.js';
import { outputCostsWhatOutputCosts } from './output-costs-what-output-costs.js';
import { priceDoesNotJump } from './price-does-not-jump.js';
import type { QuarantineRule } from './quarantine-rule.js';
import { twoSourcesAgreeWhereItMatters } from './two-sources-agree-where-it-matters.js';

export const allQuarantineRules: readonly QuarantineRule[] = [
  priceDoesNotJump,
  nothingIsFreeByMistake,
  cachedCostsNoMoreThanFresh,
  batchCostsNoMoreThanStandard,
  outputCostsWhatOutputCosts,
  contextDoesNotShrink,
  dateDoesNotMoveEarlier,
  dateDoesNotVanish,
  modelInUseStaysListed,
  twoSourcesAgreeWhereItMatters,
  betterSourceAgrees,
];
