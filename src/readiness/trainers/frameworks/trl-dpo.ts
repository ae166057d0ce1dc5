import { fateOfPairWhenEndIsCut } from '../cut-end.js';
import { droppedBy } from '../fates.js';
import { refusesRoles } from '../row-shapes.js';
import type { Trainer } from '../trainer.js';

const rules = {
  'trl-dpo.no-pair': 'The row holds one answer; preference training compares two.',
  'trl-dpo.roles-refused': 'The chat template refuses the order of the roles, and the run stops at such a row.',
  'trl-dpo.max-length': 'Prompt and answer together are cut off at max_length.',
  'trl-dpo.answers-cut-away':
    'The prompt alone fills max_length: nothing of the answers is left to compare, so the pair is left out.',
} as const;

const noPair = droppedBy('trl-dpo.no-pair');
const roles = droppedBy('trl-dpo.roles-refused');

export const trlDpo: Trainer = {
  name: 'trl-dpo',
  title: 'TRL, preference training',
  framework: 'trl',
  question: 'What does DPOTrainer keep of the pairs?',
  facts: [
    'max_length is 1,024 unless it is set and holds the prompt with one answer; what is beyond is cut off at the end.',
    'The loss lies on the two last answers; earlier answers only lead up to them.',
  ],
  source: 'huggingface/trl, DPOConfig and DPOTrainer 1.13.',
  rules,
  fateOfShape: (row, settings) => {
    if (row.kind !== 'preference' || row.rejected === null) {
      return noPair;
    }
    return refusesRoles(row, settings) ? roles : null;
  },
  fateOf: (lengths, settings) =>
    fateOfPairWhenEndIsCut(lengths, settings, { cut: 'trl-dpo.max-length', unlearnt: 'trl-dpo.answers-cut-away' }),
};
