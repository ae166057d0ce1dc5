import { fateWhenEndIsCut } from '../cut-end.js';
import { droppedBy } from '../fates.js';
import { learnsNothing, refusesRoles } from '../row-shapes.js';
import type { Trainer } from '../trainer.js';

const rules = {
  'unsloth.picture-not-read': 'A text model does not read pictures with captions.',
  'unsloth.template-exception': 'The chat template raises an exception on the order of the roles, and the run stops.',
  'unsloth.max-seq-length': 'Everything beyond max_seq_length is cut off at the end.',
  'unsloth.fully-masked': 'train_on_responses_only found no answer left, so the row is left out.',
} as const;

const picture = droppedBy('unsloth.picture-not-read');
const roles = droppedBy('unsloth.template-exception');
const unlearnt = droppedBy('unsloth.fully-masked');

export const unsloth: Trainer = {
  name: 'unsloth',
  title: 'Unsloth',
  framework: 'trl',
  question: 'What does Unsloth keep of the rows?',
  facts: [
    'It trains by TRL: rows are cut at max_seq_length, at the end.',
    'train_on_responses_only finds the answers by the text around them, so it needs no marks in the template.',
    'Rows without an answer left are removed, with a count and no reason.',
  ],
  source: 'unslothai/unsloth, train_on_responses_only; issue 11293.',
  rules,
  fateOfShape: (row, settings) => {
    if (row.kind === 'image-text') {
      return picture;
    }
    if (refusesRoles(row, settings)) {
      return roles;
    }
    return learnsNothing(row, settings.learns) ? unlearnt : null;
  },
  fateOf: (lengths, settings) =>
    fateWhenEndIsCut(
      lengths,
      { ...settings, dropsUnlearnt: true },
      { cut: 'unsloth.max-seq-length', unlearnt: 'unsloth.fully-masked' },
    ),
};
