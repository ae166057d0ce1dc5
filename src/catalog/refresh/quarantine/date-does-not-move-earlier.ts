import { shutdownField } from '../catalog-row.js';
import type { QuarantineRule } from './quarantine-rule.js';

export const dateDoesNotMoveEarlier: QuarantineRule = {
  name: 'date-does-not-move-earlier',
  question: 'Is the day of shutdown no earlier than before?',
  why: 'Vendors put ends off; an earlier one is a mistake, or news that somebody must hear of at once.',
  source: 'Moved dates of Gemini 2.0 Flash; a day of another model printed for gpt-4-0613.',
  find: ({ fields }) =>
    fields.flatMap(({ field, before, after }) =>
      field === shutdownField && before !== null && after !== null && after < before
        ? [`The shutdown moves from ${before} to ${after}, which is earlier.`]
        : [],
    ),
};
