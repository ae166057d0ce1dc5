import { type CurationAction, dropFromTraining } from '../curation-action.js';

export const dropOverLength: CurationAction = {
  id: 'drop-over-length',
  question: 'Should training rows that the candidate cannot read whole go?',
  does: 'Takes training rows out that are longer than the candidate and its recipe read, or of which the recipe would learn nothing. Where only bounds are known, those that are longer for certain.',
  safe: false,
  changes: ['T01', 'T02', 'T03', 'T04', 'V01'],
  parameters: [],
  needsPrivacy: false,
  looksFirst: false,
  start: ({ limitTokens }) =>
    limitTokens === null
      ? 'How many tokens are read is not known: choose a model or a recipe first.'
      : dropFromTraining(({ tokens, trainer }) => {
          const isUnlearnt = trainer?.fate === 'dropped' || trainer?.fate === 'masked';
          return isUnlearnt || (tokens.exact ?? tokens.atLeast) > limitTokens;
        }),
};
