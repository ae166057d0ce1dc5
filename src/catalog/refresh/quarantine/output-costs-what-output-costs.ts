import { priceAsInteger } from '../readers/decimal-text.js';
import { type QuarantineRule, touchedPairs } from './quarantine-rule.js';

const ratioMax = 10n;

export const outputCostsWhatOutputCosts: QuarantineRule = {
  name: 'output-costs-what-output-costs',
  question: 'Does output cost more than a tenth of input?',
  why: 'Making a token costs at least as much as reading one: where it seems ten times cheaper, a decimal point moved.',
  source: 'How vendors price output: from the same as input to eight times as much.',
  find: (change, scene) =>
    touchedPairs({ change, scene }, { left: { component: 'output' }, right: { component: 'input' } })
      .filter(
        ({ left, right }) => priceAsInteger(right) > 0n && ratioMax * priceAsInteger(left) <= priceAsInteger(right),
      )
      .map(({ field, left, right }) => `${field} would be ${left}, a tenth of input (${right}) or less.`),
};
