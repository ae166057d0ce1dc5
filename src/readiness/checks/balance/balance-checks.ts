// Do the rows stand for what production asks, each part with its share? In the order of the catalogue.
import type { Check } from '../../check.js';
import { classesAreBalanced } from './classes-are-balanced.js';
import { everySliceHasRows } from './every-slice-has-rows.js';
import { everyToolIsCalled } from './every-tool-is-called.js';
import { labelsAgree } from './labels-agree.js';
import { labelsAreRight } from './labels-are-right.js';
import { noAnswerDominates } from './no-answer-dominates.js';
import { noGroupIsServedBadly } from './no-group-is-served-badly.js';
import { noTemplateDominates } from './no-template-dominates.js';
import { productionIsCovered } from './production-is-covered.js';
import { turnsMatchProduction } from './turns-match-production.js';

export const balanceChecks: readonly Check[] = [
  classesAreBalanced,
  noAnswerDominates,
  noTemplateDominates,
  productionIsCovered,
  everySliceHasRows,
  turnsMatchProduction,
  everyToolIsCalled,
  labelsAreRight,
  labelsAgree,
  noGroupIsServedBadly,
];
