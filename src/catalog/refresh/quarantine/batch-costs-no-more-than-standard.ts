import { priceAsInteger } from '../readers/decimal-text.js';
import { type QuarantineRule, touchedPairs } from './quarantine-rule.js';

export const batchCostsNoMoreThanStandard: QuarantineRule = {
  name: 'batch-costs-no-more-than-standard',
  question: 'Does a batch call cost no more than one that is answered at once?',
  why: 'Batches are sold as the cheaper way: one of the two prices is wrong.',
  source: 'How vendors price batches: usually half.',
  find: (change, scene) =>
    touchedPairs({ change, scene }, { left: { tier: 'batch' }, right: { tier: 'standard' } })
      .filter(({ left, right }) => priceAsInteger(left) > priceAsInteger(right))
      .map(({ field, left, right }) => `${field} would be ${left}, above the standard price of ${right}.`),
};
