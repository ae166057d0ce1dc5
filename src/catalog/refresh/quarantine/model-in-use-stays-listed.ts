import { listedField } from '../catalog-row.js';
import type { QuarantineRule } from './quarantine-rule.js';

export const modelInUseStaysListed: QuarantineRule = {
  name: 'model-in-use-stays-listed',
  question: 'Is a model that was called within the last 30 days still listed?',
  why: 'It answers, so either the list is wrong or its end has begun without notice. Both need a person.',
  source: 'The calls of the last 30 days.',
  find: ({ fields, offer }, { isInUse, reading }) =>
    isInUse && fields.some(({ field, after }) => field === listedField && after === 'no')
      ? [`${offer.model} is gone from ${reading.source}, though it was called within the last 30 days.`]
      : [],
};
