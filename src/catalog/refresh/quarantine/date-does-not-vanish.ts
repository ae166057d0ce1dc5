import { shutdownField } from '../catalog-row.js';
import type { QuarantineRule } from './quarantine-rule.js';

export const dateDoesNotVanish: QuarantineRule = {
  name: 'date-does-not-vanish',
  question: 'Is a day of shutdown that was told still told?',
  why: 'A list that drops a date is edited more often than a vendor changes its mind; without it nobody would plan.',
  source: 'The end of Gemini 1.5 Flash left a public file for four hours in January 2026 and came back.',
  find: ({ fields }) =>
    fields.flatMap(({ field, before, after }) =>
      field === shutdownField && before !== null && after === null
        ? [`The shutdown on ${before} is no longer told.`]
        : [],
    ),
};
