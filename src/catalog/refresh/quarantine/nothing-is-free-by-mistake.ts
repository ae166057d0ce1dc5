import { priceAsInteger } from '../readers/decimal-text.js';
import { changedPrices, type QuarantineRule } from './quarantine-rule.js';

const isZero = (price: string | null) => price !== null && priceAsInteger(price) === 0n;

export const nothingIsFreeByMistake: QuarantineRule = {
  name: 'nothing-is-free-by-mistake',
  question: 'Is no price zero before or after?',
  why: 'Files write 0 where a price is not known or does not apply. A model that seems free wins every comparison of costs.',
  source:
    'Own count over the same file: 15 changes of input and output prices to or from zero, hardly one of them real.',
  find: (change) =>
    changedPrices(change).flatMap(({ field, before, after }) =>
      isZero(before) || isZero(after)
        ? [
            `${field} goes from ${before ?? 'not known'} to ${after ?? 'not known'}; zero needs a source that says free.`,
          ]
        : [],
    ),
};
