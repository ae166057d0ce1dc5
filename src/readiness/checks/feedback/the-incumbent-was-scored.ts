import { type Check, noRowMeasure } from '../../check.js';
import { percent } from '../../judging/in-words.js';
import { judgeByLimits } from '../../judging/judge-limits.js';
import { countMeasured, unmeasured } from '../../judging/measured.js';

export const theIncumbentWasScored: Check<null> = {
  id: 'E05',
  name: 'baseline.known',
  version: 1,
  question: 'Is it known how good the closed model is on the hold-out?',
  why: 'A candidate is compared with the model that it replaces: without its score there is no such thing as being as good.',
  source:
    'OpenAI’s GSM8K solutions: on the same 1,319 questions 286, 458, 515 and 742 were right, depending on the method.',
  // Here the closed model answers the hold-out together with the candidate, in the evaluation; its gate asks for both.
  blocking: false,
  measure: {
    ...noRowMeasure,
    finish: (_state, { set, evaluation: { incumbentScore } }) => {
      if (set.rows === 0) {
        return unmeasured('scores');
      }
      const isKnown = incumbentScore !== null;
      return countMeasured(
        { value: isKnown ? 1 : 0, unit: 'scores' },
        { details: isKnown ? { score: incumbentScore } : {} },
      );
    },
  },
  judge: (measured, limits) => {
    if (measured.value === null) {
      return judgeByLimits({ measured, limits, found: '' });
    }
    const { score } = measured.details;
    return typeof score === 'number'
      ? { outcome: 'pass', text: `The closed model scores ${percent(score)} on the hold-out.` }
      : { outcome: 'warn', text: 'The closed model has not been scored on the hold-out yet; the evaluation does it.' };
  },
  remedy: 'Let the closed model answer the hold-out, and score its answers.',
  action: null,
};
