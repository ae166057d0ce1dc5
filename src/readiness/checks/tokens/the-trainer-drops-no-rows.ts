import type { Check } from '../../check.js';
import { counted, percent } from '../../judging/in-words.js';
import { type FateTally, fateMeasure, judgeTold, rulesInWords } from '../../trainers/fate-tally.js';

export const theTrainerDropsNoRows: Check<FateTally> = {
  id: 'T04',
  name: 'trainer.drop',
  version: 1,
  question: 'Does the chosen trainer keep all rows?',
  why: 'Frameworks skip rows for their roles, their number of turns or their length, with a line in a log at most.',
  source: 'TRL, Axolotl, LLaMA-Factory, Unsloth, torchtune, open_clip as read; hiyouga/LLaMA-Factory 9600.',
  blocking: true,
  measure: fateMeasure('T04', ({ fate }) => fate === 'dropped'),
  judge: (measured, limits) => {
    const rules = rulesInWords(measured);
    const found = `The recipe leaves out ${counted(measured.numerator ?? 0)} of ${counted(measured.denominator ?? 0)} rows (${percent(measured.value ?? 0)})${rules === '' ? '' : `: ${rules}`}.`;
    return judgeTold(measured, limits, found);
  },
  remedy:
    'Convert the rows to the form that the framework takes, merge turns of one role, or choose another framework.',
  action: 'merge-turns',
};
