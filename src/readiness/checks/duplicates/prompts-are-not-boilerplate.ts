import { type Check, noRowMeasure } from '../../check.js';
import { counted, percent } from '../../judging/in-words.js';
import { judgeByLimits } from '../../judging/judge-limits.js';
import { countMeasured, unmeasured } from '../../judging/measured.js';

const unit = 'share of characters';

export const promptsAreNotBoilerplate: Check<null> = {
  id: 'U04',
  name: 'dup.boilerplate',
  version: 1,
  question: 'Do prompts consist of their own words, not of sentences that all share?',
  why: 'Shared sentences cost tokens in every call, and they make rows look alike that are not.',
  source:
    'A sentence is boilerplate when more than 5 % of the rows have it; 30 % of the characters warns (marin#6851).',
  blocking: false,
  measure: {
    ...noRowMeasure,
    finish: (_state, { set }) => {
      const { numerator, denominator } = set.boilerplate;
      if (denominator === 0) {
        return unmeasured(unit);
      }
      const measured = countMeasured({ value: numerator / denominator, unit, denominator });
      return { ...measured, numerator, effect: { rows: 0, tokens: null, metricAfter: 0 } };
    },
  },
  judge: (measured, limits) =>
    judgeByLimits({
      measured,
      limits,
      found: `${percent(measured.value ?? 0)} of the characters of all prompts (${counted(measured.numerator ?? 0)} of ${counted(measured.denominator ?? 0)}) stand in sentences that more than 5 % of the rows have.`,
    }),
  remedy: 'Move the shared sentences to the system prompt, or leave them out: the new model learns the task by itself.',
  action: 'strip-boilerplate',
};
