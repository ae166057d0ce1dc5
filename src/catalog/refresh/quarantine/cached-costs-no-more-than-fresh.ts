import { priceAsInteger } from '../readers/decimal-text.js';
import { type QuarantineRule, touchedPairs } from './quarantine-rule.js';

export const cachedCostsNoMoreThanFresh: QuarantineRule = {
  name: 'cached-costs-no-more-than-fresh',
  question: 'Does cached input cost no more than fresh input?',
  why: 'A cache that costs more than no cache is sold by nobody: one of the two prices is wrong.',
  source: 'How vendors price cached input: a share of the input price.',
  find: (change, scene) =>
    touchedPairs({ change, scene }, { left: { component: 'cachedInput' }, right: { component: 'input' } })
      .filter(({ left, right }) => priceAsInteger(left) > priceAsInteger(right))
      .map(({ field, left, right }) => `${field} would be ${left}, above the ${right} of input that is not cached.`),
};
