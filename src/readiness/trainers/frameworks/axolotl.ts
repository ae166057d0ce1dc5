import { tokensOf } from '../../tokens/row-lengths.js';
import { fateWhenEndIsCut } from '../cut-end.js';
import { droppedBy } from '../fates.js';
import { learnsNothing, refusesRoles } from '../row-shapes.js';
import type { Trainer } from '../trainer.js';
import type { TrainerFate } from '../trainer-fate.js';

const rules = {
  'axolotl.picture-not-read': 'A text model does not read pictures with captions.',
  'axolotl.roles-refused': 'The chat template refuses the order of the roles, and the run stops at such a row.',
  'axolotl.over-sequence-len':
    'Rows longer than sequence_len are left out (excess_length_strategy: drop, the default).',
  'axolotl.raises': 'Rows longer than sequence_len stop the run (excess_length_strategy: raise).',
  'axolotl.truncated': 'Rows longer than sequence_len are cut off at the end (excess_length_strategy: truncate).',
  'axolotl.too-short': 'Rows of fewer than two tokens are left out.',
  'axolotl.nothing-learnt': 'Rows without a token to learn are left out.',
} as const;

const picture = droppedBy('axolotl.picture-not-read');
const roles = droppedBy('axolotl.roles-refused');
const unlearnt = droppedBy('axolotl.nothing-learnt');
const tokensMin = 2;

function overLong(rule: keyof typeof rules, cutTokens: number): TrainerFate {
  return { fate: 'dropped', rule, trainableTokens: 0, cutTokens, answerCut: false };
}

export const axolotl: Trainer = {
  name: 'axolotl',
  title: 'Axolotl',
  framework: 'axolotl',
  question: 'What does Axolotl keep of the rows?',
  facts: [
    'Rows longer than sequence_len are left out by default; the run stops with raise, and cuts with truncate.',
    'Rows of fewer than two tokens and rows without a token to learn are left out.',
    'The loss lies on the turns of the assistant.',
  ],
  source: 'axolotl-ai-cloud/axolotl, utils/data/utils.py and utils/trainer.py; prompt strategy chat_template.',
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
  fateOf: (lengths, settings) => {
    const total = tokensOf(lengths);
    if (total < tokensMin) {
      return droppedBy('axolotl.too-short');
    }
    const limit = settings.limitTokens ?? Number.POSITIVE_INFINITY;
    if (total > limit && settings.overLong !== 'cut') {
      return overLong(settings.overLong === 'raise' ? 'axolotl.raises' : 'axolotl.over-sequence-len', total - limit);
    }
    const cutRules = { cut: 'axolotl.truncated', unlearnt: 'axolotl.nothing-learnt' };
    return fateWhenEndIsCut(lengths, { ...settings, dropsUnlearnt: true }, cutRules);
  },
};
