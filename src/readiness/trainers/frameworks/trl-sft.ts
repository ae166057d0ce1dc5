import type { RowLengths } from '../../tokens/row-lengths.js';
import { fateWhenEndIsCut } from '../cut-end.js';
import { droppedBy } from '../fates.js';
import { refusesRoles } from '../row-shapes.js';
import type { Trainer, TrainerSettings } from '../trainer.js';

const rules = {
  'trl.picture-not-read': 'A text model does not read pictures with captions.',
  'trl.roles-refused': 'The chat template refuses the order of the roles, and the run stops at such a row.',
  'trl.max-length': 'Everything beyond max_length is cut off at the end.',
  'trl.fully-masked':
    'No token of an answer is left to learn, so the row is left out (before July 2026: kept at zero loss).',
} as const;

const picture = droppedBy('trl.picture-not-read');
const roles = droppedBy('trl.roles-refused');

/** Weights are passed over, and the marks of the template say where an answer begins. */
function asTrlReads(lengths: RowLengths, { learns }: TrainerSettings): RowLengths {
  const turns = lengths.turns.map((turn) => {
    const marked = learns === 'answers' ? turn.markedHeadTokens : 0;
    const [headTokens, bodyTokens] = [turn.headTokens - marked, turn.bodyTokens + marked];
    return { ...turn, headTokens, bodyTokens, learnt: turn.role === 'assistant' };
  });
  return { ...lengths, turns };
}

export const trlSft: Trainer = {
  name: 'trl-sft',
  title: 'TRL, supervised fine-tuning',
  framework: 'trl',
  question: 'What does SFTTrainer keep of the rows?',
  facts: [
    'max_length is 1,024 unless it is set; longer rows are cut at the end, without a word.',
    'Rows of messages carry the loss everywhere unless assistant_only_loss is set, which needs a template with marks.',
    'Rows of prompt and completion carry the loss on the completion.',
    'A weight of 0 is not read: such an answer is learnt all the same.',
    'Rows whose labels are all masked are left out since July 2026; before, they were trained on at zero loss.',
  ],
  source: 'huggingface/trl, SFTConfig and SFTTrainer 1.13; issues 6025 and 6320.',
  rules,
  fateOfShape: (row, settings) => {
    if (row.kind === 'image-text') {
      return picture;
    }
    return refusesRoles(row, settings) ? roles : null;
  },
  fateOf: (lengths, settings) =>
    fateWhenEndIsCut(
      asTrlReads(lengths, settings),
      lengths.kind === 'text' ? { ...settings, learns: 'everything' } : settings,
      { cut: 'trl.max-length', unlearnt: 'trl.fully-masked' },
    ),
};
