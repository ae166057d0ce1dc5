import { type Check, noRowMeasure } from '../../check.js';
import { counted, percent } from '../../judging/in-words.js';
import { judgeByLimits } from '../../judging/judge-limits.js';
import { shareMeasured, skippedMeasured } from '../../judging/measured.js';

export const theTeacherAgreesWithItself: Check<null> = {
  id: 'Q10',
  name: 'answer.entropy',
  version: 1,
  question: 'Where the same was asked more than once, is the answer the same?',
  why: 'What the teacher itself does not answer alike cannot be learnt, and sets the ceiling of any comparison.',
  source: 'Ours, after self-consistency (Wang and others, 2022).',
  blocking: false,
  measure: {
    ...noRowMeasure,
    finish: (_state, { set }) => {
      const { numerator: differing, denominator: several, sample } = set.promptsWithSeveralAnswers;
      if (set.rows > 0 && several === 0) {
        return skippedMeasured('share', 'No prompt was answered more than once.');
      }
      return shareMeasured(
        { numerator: several - differing, denominator: several },
        { sample, details: { differing } },
      );
    },
  },
  judge: (measured, limits) =>
    judgeByLimits({
      measured,
      limits,
      found: `${counted(measured.numerator ?? 0)} of ${counted(measured.denominator ?? 0)} prompts with several rows (${percent(measured.value ?? 0)}) were answered the same each time.`,
    }),
  remedy: 'Keep the best answer of each prompt, or the one that most rows give.',
  action: 'keep-best-answer',
};
