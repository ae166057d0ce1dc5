import { type Check, noRowMeasure } from '../../check.js';
import { counted, percent } from '../../judging/in-words.js';
import { judgeByLimits } from '../../judging/judge-limits.js';
import { detail, shareMeasured } from '../../judging/measured.js';

export const answersToAPromptAgree: Check<null> = {
  id: 'U02',
  name: 'dup.prompt',
  version: 1,
  question: 'Do rows with the same prompt give the same answer?',
  why: 'One prompt with several answers teaches chance. The first row is trained on, and it may not be the best.',
  source: 'Ours: 5 % warns, 30 % fails; NVIDIA’s flywheel keeps the first row in silence, this one reports.',
  blocking: false,
  measure: {
    ...noRowMeasure,
    finish: (_state, { set }) => {
      const { numerator, denominator, sample } = set.rowsWithOtherAnswers;
      const details = { several: set.promptsWithSeveralRows, differing: set.promptsWithSeveralAnswers.numerator };
      const effect = { rows: 0 - numerator, tokens: null, metricAfter: 0 };
      return { ...shareMeasured({ numerator, denominator }, { sample, details }), effect };
    },
  },
  judge: (measured, limits) =>
    judgeByLimits({
      measured,
      limits,
      found: `${counted(measured.numerator ?? 0)} of ${counted(measured.denominator ?? 0)} training rows (${percent(measured.value ?? 0)}) repeat a prompt that has different answers: ${counted(detail(measured, 'differing'))} of ${counted(detail(measured, 'several'))} prompts with more than one row.`,
    }),
  remedy: 'Keep the best rated answer of each prompt, or the one that most rows give.',
  action: 'keep-best-answer',
};
