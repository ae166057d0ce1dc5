import { fateWhenEndIsCut } from '../cut-end.js';
import { droppedBy, maskedBy } from '../fates.js';
import { learnsNothing } from '../row-shapes.js';
import type { Trainer, TrainerRow } from '../trainer.js';

const rules = {
  'torchtune.picture-not-read': 'A text model does not read pictures with captions.',
  'torchtune.roles-refused':
    'Two turns of the user in a row, an answer before a question or a late system prompt stop the run.',
  'torchtune.max-seq-len': 'Everything beyond max_seq_len is cut off, and the last token becomes the end mark.',
  'torchtune.nothing-learnt': 'No token of an answer is left to learn; the row stays, at zero loss.',
} as const;

const picture = droppedBy('torchtune.picture-not-read');
const roles = droppedBy('torchtune.roles-refused');
const unlearnt = maskedBy('torchtune.nothing-learnt');

/** Its own test of the turns, whatever the template. */
function refuses({ messages, kind }: TrainerRow): boolean {
  if (kind === 'text') {
    return false;
  }
  let last = '';
  for (let at = 0; at < messages.length; at++) {
    const role = messages[at]?.role ?? '';
    const isLateSystem = role === 'system' && at > 0;
    const isEarlyAnswer = role === 'assistant' && last !== 'user' && last !== 'tool' && last !== 'assistant';
    if (isLateSystem || isEarlyAnswer || (role === 'user' && last === 'user')) {
      return true;
    }
    last = role;
  }
  return false;
}

export const torchtune: Trainer = {
  name: 'torchtune',
  title: 'torchtune (no longer developed)',
  framework: 'torchtune',
  question: 'What does torchtune keep of the rows?',
  facts: [
    'The order of roles is tested, and a row that breaks it stops the run.',
    'Rows longer than max_seq_len are cut at the end.',
    'Rows without a token to learn stay in and train at zero loss.',
  ],
  source: 'meta-pytorch/torchtune 0.6.1, validate_messages and truncate; frozen since 2025-07-15.',
  rules,
  fateOfShape: (row, settings) => {
    if (row.kind === 'image-text') {
      return picture;
    }
    if (refuses(row)) {
      return roles;
    }
    return learnsNothing(row, settings.learns) ? unlearnt : null;
  },
  fateOf: (lengths, settings) =>
    fateWhenEndIsCut(
      lengths,
      { ...settings, dropsUnlearnt: false },
      { cut: 'torchtune.max-seq-len', unlearnt: 'torchtune.nothing-learnt' },
    ),
};
