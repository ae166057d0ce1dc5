import { type Check, noRowMeasure } from '../../check.js';
import { counted } from '../../judging/in-words.js';
import { judgeByLimits } from '../../judging/judge-limits.js';
import { countMeasured, skippedMeasured, unmeasured } from '../../judging/measured.js';

export const shownExamplesAreNotHeldOut: Check<null> = {
  id: 'L07',
  name: 'leak.fewshot',
  version: 1,
  question: 'Are the examples that the system prompt shows absent from the hold-out?',
  why: 'A held-out question whose answer stands in the system prompt is asked with the solution beside it.',
  source: 'Ours: the normal form of a held-out prompt stands, as whole words, in the system prompt of its own row.',
  blocking: false,
  measure: {
    ...noRowMeasure,
    finish: (_state, { set }) => {
      const { numerator, denominator, sample } = set.fewShotInHoldout;
      if (set.leakedExactly.denominator === 0) {
        return unmeasured('rows');
      }
      if (denominator === 0) {
        return skippedMeasured('rows', 'No held-out row has a system prompt.');
      }
      return countMeasured({ value: numerator, unit: 'rows', denominator }, { sample });
    },
  },
  judge: (measured, limits) =>
    judgeByLimits({
      measured,
      limits,
      found: `${counted(measured.numerator ?? 0)} of ${counted(measured.denominator ?? 0)} held-out rows with a system prompt are shown in it as an example.`,
    }),
  remedy: 'Take these rows out of the hold-out, or show other examples in the system prompt.',
  action: 'drop-by-row-keys',
};
