import { tokensOf } from '../../tokens/row-lengths.js';
import { droppedBy } from '../fates.js';
import { shareTheBudget } from '../share-the-budget.js';
import type { Trainer } from '../trainer.js';
import { turnFault } from '../turn-pairs.js';

const rules = {
  'llama-factory-dpo.no-pair': 'The row holds one answer; preference training compares two.',
  'llama-factory-dpo.role-order':
    'Questions have to stand at odd places and answers at even ones; other rows are skipped.',
  'llama-factory-dpo.turn-count': 'The turns before the two answers have to be odd in number; other rows are skipped.',
  'llama-factory-dpo.cutoff-len':
    'Prompt and answers are cut so that prompt and the longer answer fit into cutoff_len.',
} as const;

const noPair = droppedBy('llama-factory-dpo.no-pair');
const roleOrder = droppedBy('llama-factory-dpo.role-order');
const turnCount = droppedBy('llama-factory-dpo.turn-count');

export const llamaFactoryDpo: Trainer = {
  name: 'llama-factory-dpo',
  title: 'LLaMA-Factory, preference training',
  framework: 'llama-factory',
  question: 'What does LLaMA-Factory keep of the pairs?',
  facts: [
    'An even number of turns before the two answers, or roles that do not alternate: the pair is skipped.',
    'cutoff_len is shared between the prompt and the longer of the two answers.',
  ],
  source: 'hiyouga/LLaMA-Factory, data/converter.py and data/processor/pairwise.py.',
  rules,
  fateOfShape: ({ kind, rejected, messages }) => {
    if (kind !== 'preference' || rejected === null) {
      return noPair;
    }
    const fault = turnFault(messages);
    return fault === null ? null : fault === 'order' ? roleOrder : turnCount;
  },
  fateOf: (lengths, { limitTokens }) => {
    const chosen = lengths.turns.at(-1)?.bodyTokens ?? 0;
    const rejected = lengths.rejectedTokens ?? 0;
    const prompt = tokensOf(lengths) - chosen;
    const longer = Math.max(chosen, rejected);
    const left = shareTheBudget(prompt, longer, limitTokens ?? Number.POSITIVE_INFINITY);
    const answerLeft = (answer: number) => Math.min(answer, left.targetTokens);
    const trainableTokens = answerLeft(chosen) + answerLeft(rejected);
    const cutTokens = prompt + longer - left.sourceTokens - left.targetTokens;
    const wasCut = cutTokens > 0;
    return {
      fate: wasCut ? 'cut' : 'kept',
      rule: wasCut ? 'llama-factory-dpo.cutoff-len' : null,
      trainableTokens,
      cutTokens,
      answerCut: left.targetTokens < longer,
    };
  },
};
