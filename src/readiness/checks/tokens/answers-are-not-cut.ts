import type { Check } from '../../check.js';
import { counted, percent } from '../../judging/in-words.js';
import { type FateTally, fateMeasure, judgeTold } from '../../trainers/fate-tally.js';

export const answersAreNotCut: Check<FateTally> = {
  id: 'T03',
  name: 'label.cut',
  version: 1,
  question: 'Does the trainer leave the answers whole?',
  why: 'A model that learns cut answers learns to stop in the middle.',
  source: 'Proposal of this service; the places of the cuts are those of the trainers.',
  blocking: false,
  measure: fateMeasure('T03', ({ answerCut }) => answerCut),
  judge: (measured, limits) => {
    const found = `The answers of ${counted(measured.numerator ?? 0)} of ${counted(measured.denominator ?? 0)} rows (${percent(measured.value ?? 0)}) are cut.`;
    return judgeTold(measured, limits, found);
  },
  remedy: 'Raise the length that the recipe takes, or drop the rows that are over it.',
  action: 'drop-over-length',
};
