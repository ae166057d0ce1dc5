import { priceNameOf, shutdownField, sourceRanks } from '../catalog-row.js';
import type { QuarantineRule } from './quarantine-rule.js';

const matters = (field: string) => field === shutdownField || priceNameOf(field) !== null;

export const twoSourcesAgreeWhereItMatters: QuarantineRule = {
  name: 'two-sources-agree-where-it-matters',
  question: 'Do two sources tell the same price or day, where the model is in use?',
  why: 'Costs and exit plans of running projects hang on it; public files differ in one of six prices.',
  source:
    'Own comparison of two public catalogues: 136 of 790 prices differ. What the provider’s own API tells stands alone.',
  find: ({ fields, kind }, { isInUse, reading, toldElsewhere }) =>
    !isInUse || kind === 'added' || reading.rank >= sourceRanks.providerApi
      ? []
      : fields
          .filter(({ field, after }) => after !== null && matters(field) && !toldElsewhere(field).includes(after))
          .map(({ field, after }) => `${field} would be ${after}; no second source tells it, and the model is in use.`),
};
