import { type Check, noRowMeasure } from '../../check.js';
import { counted, percent } from '../../judging/in-words.js';
import { judgeByLimits } from '../../judging/judge-limits.js';
import { shareMeasured } from '../../judging/measured.js';

export const answersAreNotInThePrompt: Check<null> = {
  id: 'L06',
  name: 'leak.answer_in_prompt',
  version: 1,
  question: 'Are answers not already written in their prompts?',
  why: 'If the answer stands in the prompt, the model learns to copy; production prompts will not hold it.',
  source:
    'Ours: 1 % warns, 10 % fails; answers of four normal characters or more, as whole words. Extraction tasks copy by design: waive it there.',
  blocking: false,
  measure: {
    ...noRowMeasure,
    finish: (_state, { set }) => {
      const { numerator, denominator, sample } = set.answerInPrompt;
      return shareMeasured({ numerator, denominator }, { sample });
    },
  },
  judge: (measured, limits) =>
    judgeByLimits({
      measured,
      limits,
      found: `${counted(measured.numerator ?? 0)} of ${counted(measured.denominator ?? 0)} rows (${percent(measured.value ?? 0)}) have their answer in the prompt.`,
    }),
  remedy: 'Take the answer out of the prompt, or drop the rows; where answers are quotations by design, waive it.',
  action: 'drop-by-row-keys',
};
