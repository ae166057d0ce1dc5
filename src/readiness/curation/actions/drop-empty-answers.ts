import { type CurationAction, dropFromTraining } from '../curation-action.js';

export const dropEmptyAnswers: CurationAction = {
  id: 'drop-empty-answers',
  question: 'Should training rows whose answer holds nothing go?',
  does: 'Takes training rows out whose answer is empty or white space and calls no tool.',
  safe: true,
  changes: ['F10', 'Q06', 'V01'],
  parameters: [],
  needsPrivacy: false,
  looksFirst: false,
  start: () =>
    dropFromTraining(({ example }) => {
      const calls = example.messages.at(-1)?.toolCalls?.length ?? 0;
      return example.label.trim() === '' && calls === 0;
    }),
};
