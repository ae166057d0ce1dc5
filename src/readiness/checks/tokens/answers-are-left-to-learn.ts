import type { Check } from '../../check.js';
import { counted, percent } from '../../judging/in-words.js';
import { type FateTally, fateMeasure, judgeTold } from '../../trainers/fate-tally.js';

/** Left out because nothing to learn was found, and not for its form or its length. */
function lostItsAnswer(rule: string | null): boolean {
  return rule !== null && (rule.endsWith('.fully-masked') || rule.endsWith('.nothing-learnt'));
}

export const answersAreLeftToLearn: Check<FateTally> = {
  id: 'T02',
  name: 'label.lost',
  version: 1,
  question: 'Is something of each answer left to learn once the trainer has cut the row?',
  why: 'A row whose answer is cut away whole is trained on at zero loss, or left out, and nobody is told.',
  source: 'huggingface/trl 6025 and 6320; modelscope/ms-swift 10166.',
  blocking: true,
  measure: fateMeasure('T02', (told) => told.fate === 'masked' || lostItsAnswer(told.rule)),
  judge: (measured, limits) => {
    const found = `Of ${counted(measured.denominator ?? 0)} rows ${counted(measured.numerator ?? 0)} (${percent(measured.value ?? 0)}) have nothing left to learn.`;
    return judgeTold(measured, limits, found);
  },
  remedy: 'Drop these rows with a reason, or raise the length that the recipe takes.',
  action: 'drop-over-length',
};
