import { type Check, noRowMeasure } from '../../check.js';
import { counted, percent } from '../../judging/in-words.js';
import { judgeByLimits } from '../../judging/judge-limits.js';
import { shareMeasured, skippedMeasured } from '../../judging/measured.js';

export const noAnswerDominates: Check<null> = {
  id: 'B02',
  name: 'answer.dominance',
  version: 1,
  question: 'Does no single answer stand for a large part of the rows?',
  why: 'If a third of the answers are one sentence, the model learns to say that sentence.',
  source:
    'Ours, for generation: 20 % warns, 50 % fails; answers are compared in normal form. Classes are judged by B01.',
  blocking: false,
  measure: {
    ...noRowMeasure,
    finish: (_state, { set, taskKind }) => {
      if (taskKind !== 'generation') {
        return skippedMeasured('share', 'In a classification every answer is a class: B01 judges their balance.');
      }
      const [top] = set.topAnswers;
      const rows = set.templates.rows;
      const counts = { numerator: top?.rows ?? 0, denominator: rows };
      return shareMeasured(counts, { details: { excerpt: top?.excerpt ?? '' } });
    },
  },
  judge: (measured, limits) =>
    judgeByLimits({
      measured,
      limits,
      found: `The most frequent answer stands in ${counted(measured.numerator ?? 0)} of ${counted(measured.denominator ?? 0)} training rows (${percent(measured.value ?? 0)}): “${measured.details.excerpt ?? ''}”.`,
    }),
  remedy: 'Keep fewer rows of that answer, or collect rows whose answers differ.',
  action: 'drop-by-row-keys',
};
