import type { QuarantineRule } from './quarantine-rule.js';

export const betterSourceAgrees: QuarantineRule = {
  name: 'better-source-agrees',
  question: 'Does no better source say something else?',
  why: 'The provider knows its own prices and dates; who collects them copies late and sometimes wrongly.',
  source: 'Order of belief: contract, provider’s API, provider’s page, collections.',
  find: ({ fields }, { reading }) =>
    fields
      .filter(({ heldRank, before }) => before !== null && heldRank !== null && heldRank > reading.rank)
      .map(({ field, before, after }) => {
        const told = after ?? 'nothing';
        return `${field} is ${before} by a better source than ${reading.source}, which tells ${told}.`;
      }),
};
