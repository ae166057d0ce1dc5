import type { RowLengths } from '../../tokens/row-lengths.js';
import { droppedBy, maskedBy } from '../fates.js';
import { learnsNothing } from '../row-shapes.js';
import { shareTheBudget } from '../share-the-budget.js';
import type { Trainer } from '../trainer.js';
import type { TrainerFate } from '../trainer-fate.js';
import { pairsOf, turnFault } from '../turn-pairs.js';

const rules = {
  'llama-factory.picture-not-read': 'A text model does not read pictures with captions.',
  'llama-factory.role-order': 'Questions have to stand at odd places and answers at even ones; other rows are skipped.',
  'llama-factory.turn-count':
    'A row needs an even number of turns, the system prompt not counted; other rows are skipped.',
  'llama-factory.cutoff-len': 'Question and answer are both cut so that they fit into cutoff_len.',
  'llama-factory.turns-left-out': 'Once cutoff_len is full, the turns that follow are left out.',
  'llama-factory.nothing-learnt': 'No token of an answer is left to learn; the row stays, at zero loss.',
} as const;

const picture = droppedBy('llama-factory.picture-not-read');
const roleOrder = droppedBy('llama-factory.role-order');
const turnCount = droppedBy('llama-factory.turn-count');
const unlearnt = maskedBy('llama-factory.nothing-learnt');

/** Pair by pair until the budget is full. */
function fateOf(lengths: RowLengths, limit: number): TrainerFate {
  let used = 0;
  let [trainableTokens, cutTokens] = [0, 0];
  let answerCut = false;
  let leftOut = false;
  for (const { sourceTokens, targetTokens, learnt } of pairsOf(lengths)) {
    const isFull = used >= limit;
    leftOut ||= isFull;
    const left = isFull
      ? { sourceTokens: 0, targetTokens: 0 }
      : shareTheBudget(sourceTokens, targetTokens, limit - used);
    used += left.sourceTokens + left.targetTokens;
    cutTokens += sourceTokens + targetTokens - left.sourceTokens - left.targetTokens;
    answerCut ||= learnt && left.targetTokens < targetTokens;
    trainableTokens += learnt ? left.targetTokens : 0;
  }
  if (trainableTokens === 0) {
    return { fate: 'masked', rule: 'llama-factory.nothing-learnt', trainableTokens, cutTokens, answerCut };
  }
  if (cutTokens === 0) {
    return { fate: 'kept', rule: null, trainableTokens, cutTokens, answerCut };
  }
  const rule = leftOut ? 'llama-factory.turns-left-out' : 'llama-factory.cutoff-len';
  return { fate: 'cut', rule, trainableTokens, cutTokens, answerCut };
}

export const llamaFactorySft: Trainer = {
  name: 'llama-factory-sft',
  title: 'LLaMA-Factory, supervised fine-tuning',
  framework: 'llama-factory',
  question: 'What does LLaMA-Factory keep of the rows?',
  facts: [
    'Rows whose roles do not alternate, or with an odd number of turns, are skipped with a line in the log.',
    'cutoff_len (2,048 by default) is shared between question and answer, pair by pair; both sides may be cut.',
    'Once it is full, later turns are left out.',
  ],
  source: 'hiyouga/LLaMA-Factory, data/converter.py and data/processor/supervised.py.',
  rules,
  fateOfShape: (row, settings) => {
    if (row.kind === 'image-text') {
      return picture;
    }
    const fault = row.kind === 'text' ? null : turnFault(row.messages);
    if (fault !== null) {
      return fault === 'order' ? roleOrder : turnCount;
    }
    return learnsNothing(row, settings.learns) ? unlearnt : null;
  },
  fateOf: (lengths, { limitTokens }) => fateOf(lengths, limitTokens ?? Number.POSITIVE_INFINITY),
};
