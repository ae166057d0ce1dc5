// Would the model learn what belongs to somebody?
import type { Check } from '../../check.js';
import { detectorsAreGoodEnough } from './detectors-are-good-enough.js';
import { fewRowsNamePeople } from './few-rows-name-people.js';
import { noHighRiskData } from './no-high-risk-data.js';
import { noSecrets } from './no-secrets.js';
import { noValueIsLearntByHeart } from './no-value-is-learnt-by-heart.js';
import { specialCategoriesWereReviewed } from './special-categories-were-reviewed.js';

/** In the order of their ids. */
export const privacyChecks: readonly Check[] = [
  noHighRiskData,
  fewRowsNamePeople,
  noSecrets,
  detectorsAreGoodEnough,
  noValueIsLearntByHeart,
  specialCategoriesWereReviewed,
];
