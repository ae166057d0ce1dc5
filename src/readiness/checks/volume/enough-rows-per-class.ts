import { type Check, type Measured, noRowMeasure } from '../../check.js';
import type { ClassRows } from '../../facts/set-facts.js';
import { counted } from '../../judging/in-words.js';
import { judgeByLimits } from '../../judging/judge-limits.js';
import { countMeasured, detail, skippedMeasured, unmeasured } from '../../judging/measured.js';
import { whyNoClasses } from '../../judging/why-no-classes.js';

/** From here on, another row per class brings little: 0.853 of 0.894 accuracy at 50 (learning curve on banking77). */
const enoughRows = 50;

/** A class that only the hold-out has counts with no row: it would be asked for and never learned. */
function smallestOf(classes: readonly ClassRows[]): Measured {
  const held = classes.filter(({ keptTrain, keptHoldout }) => keptTrain + keptHoldout > 0);
  if (held.length === 0) {
    return unmeasured('rows');
  }
  const ascending = [...held].sort(
    (left, right) => left.keptTrain - right.keptTrain || (left.label < right.label ? -1 : 1),
  );
  const short = ascending.filter(({ keptTrain }) => keptTrain < enoughRows);
  const names = short
    .slice(0, 5)
    .map(({ label, keptTrain }) => `${label} (${keptTrain})`)
    .join(', ')
    .slice(0, 300);
  return countMeasured(
    { value: ascending[0]?.keptTrain ?? 0, unit: 'rows', denominator: held.length },
    { details: { classes: held.length, short: short.length, names } },
  );
}

export const enoughRowsPerClass: Check<null> = {
  id: 'V02',
  name: 'class.rows',
  version: 2,
  question: 'Has every class enough rows?',
  why: 'A class with a handful of rows is guessed, and its errors hide in the average.',
  source: 'Learning curve on banking77: accuracy 0.671 at 10 rows per class, 0.853 at 50, 0.894 with all.',
  blocking: false,
  measure: {
    ...noRowMeasure,
    finish: (_state, context) => {
      const reason = whyNoClasses(context);
      return reason === null ? smallestOf(context.set.classes) : skippedMeasured('rows', reason);
    },
  },
  judge: (measured, limits) => {
    const asked = measured.skipped === null && measured.value !== null;
    const names = measured.details.names ?? '';
    return judgeByLimits({
      measured,
      limits,
      found: asked
        ? `The smallest of ${detail(measured, 'classes')} classes has ${counted(measured.value ?? 0)} rows; ${detail(measured, 'short')} have fewer than ${enoughRows}${names === '' ? '' : `: ${names}`}.`
        : '',
    });
  },
  remedy: 'Collect rows of the classes named, or merge classes that nobody needs apart.',
  action: null,
};
