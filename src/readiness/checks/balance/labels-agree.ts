import { type Check, noRowMeasure } from '../../check.js';
import { counted, percent } from '../../judging/in-words.js';
import { judgeByLimits } from '../../judging/judge-limits.js';
import { shareMeasured, skippedMeasured } from '../../judging/measured.js';
import { whyNoClasses } from '../../judging/why-no-classes.js';

export const labelsAgree: Check<null> = {
  id: 'B09',
  name: 'label.conflict',
  version: 2,
  question: 'Does the same prompt always have the same label?',
  why: 'Two labels for one prompt cannot both be learned, and whatever the model answers is counted wrong once.',
  source: 'Ours; banking77 has one such prompt in its training set.',
  blocking: false,
  measure: {
    ...noRowMeasure,
    finish: (_state, context) => {
      const reason = whyNoClasses(context);
      if (reason !== null) {
        return skippedMeasured('share', reason);
      }
      const { numerator, denominator, sample } = context.set.labelConflicts;
      return shareMeasured({ numerator, denominator }, { sample });
    },
  },
  judge: (measured, limits) =>
    judgeByLimits({
      measured,
      limits,
      found: `${counted(measured.numerator ?? 0)} of ${counted(measured.denominator ?? 0)} prompts (${percent(measured.value ?? 0)}) have more than one label.`,
    }),
  remedy: 'Decide which label is right and mend the rows; until then the row that came first is trained on.',
  action: 'relabel',
};
