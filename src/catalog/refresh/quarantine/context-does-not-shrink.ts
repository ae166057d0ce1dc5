import { contextField } from '../catalog-row.js';
import type { QuarantineRule } from './quarantine-rule.js';

const keptShareMin = 0.5;

export const contextDoesNotShrink: QuarantineRule = {
  name: 'context-does-not-shrink',
  question: 'Does the context keep at least half of its length?',
  why: 'Vendors lengthen a context or leave it; one that shrinks belongs to another model or to its output.',
  source: 'The vendors’ histories of limits.',
  find: ({ fields }) =>
    fields.flatMap(({ field, before, after }) =>
      field === contextField && before !== null && after !== null && Number(after) < keptShareMin * Number(before)
        ? [`The context goes from ${before} to ${after} tokens, to less than half.`]
        : [],
    ),
};
