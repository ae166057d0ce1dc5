import { priceAsInteger } from '../readers/decimal-text.js';
import { movedPrices, type QuarantineRule } from './quarantine-rule.js';

const ratioMax = 3n;

export const priceDoesNotJump: QuarantineRule = {
  name: 'price-does-not-jump',
  question: 'Does a price stay within a factor of three of what it was?',
  why: 'Most changes of that size in public price files are wrong units or shifted decimal points; real ones are few.',
  source: 'Own count over 17 months of a public price file: 301 of 523 changes of input and output prices.',
  find: (change) =>
    movedPrices(change).flatMap(({ field, before, after }) => {
      const [old, now] = [priceAsInteger(before), priceAsInteger(after)];
      const jumps = old > 0n && now > 0n && (now >= ratioMax * old || ratioMax * now <= old);
      return jumps ? [`${field} goes from ${before} to ${after}, by a factor of ${ratioMax} or more.`] : [];
    }),
};
