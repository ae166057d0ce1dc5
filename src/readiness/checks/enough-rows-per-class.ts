import type { Check } from '../check.js';
import { addClass, type ClassTally, mergeClasses, whyNoClasses } from '../judging/class-tally.js';
import { counted } from '../judging/in-words.js';
import { judgeByLimits } from '../judging/judge-limits.js';
import { countMeasured, detail, skippedMeasured, unmeasured } from '../judging/measured.js';

/** From here on, another row per class brings little: 0.853 of 0.894 accuracy at 50 (learning curve on banking77). */
const enoughRows = 50;

export const enoughRowsPerClass: Check<ClassTally> = {
  id: 'V02',
  name: 'class.rows',
  version: 1,
  question: 'Has every class enough rows?',
  why: 'A class with a handful of rows is guessed, and its errors hide in the average.',
  source: 'Learning curve on banking77: accuracy 0.671 at 10 rows per class, 0.853 at 50, 0.894 with all.',
  blocking: false,
  limits: { better: 'high', warn: enoughRows, fail: 'rowsPerClassMin', source: 'policy; 50 by the learning curve' },
  measure: {
    start: () => new Map(),
    // A class that only the hold-out has counts with no row: it would be asked for and never learned.
    add: (tally, row) => {
      if (row.fate !== 'kept') {
        return tally;
      }
      return row.side === 'train' ? addClass(tally, row.label) : tally.set(row.label, tally.get(row.label) ?? 0);
    },
    merge: mergeClasses,
    finish: (tally, set) => {
      const reason = whyNoClasses(set);
      if (reason !== null) {
        return skippedMeasured('rows', reason);
      }
      if (tally.size === 0) {
        return unmeasured('rows');
      }
      const ascending = [...tally].sort(
        ([leftName, left], [rightName, right]) => left - right || (leftName < rightName ? -1 : 1),
      );
      const short = ascending.filter(([, rows]) => rows < enoughRows);
      const names = short
        .slice(0, 5)
        .map(([name, rows]) => `${name} (${rows})`)
        .join(', ')
        .slice(0, 300);
      const fewest = ascending[0]?.[1] ?? 0;
      return countMeasured(
        { value: fewest, unit: 'rows', denominator: tally.size },
        { details: { classes: tally.size, short: short.length, names } },
      );
    },
  },
  judge: (measured, thresholds) => {
    const asked = measured.skipped === null && measured.value !== null;
    const names = measured.details.names ?? '';
    return judgeByLimits({
      measured,
      limits: enoughRowsPerClass.limits,
      thresholds,
      found: asked
        ? `The smallest of ${detail(measured, 'classes')} classes has ${counted(measured.value ?? 0)} rows; ${detail(measured, 'short')} have fewer than ${enoughRows}${names === '' ? '' : `: ${names}`}.`
        : '',
    });
  },
  remedy: 'Collect rows of the classes named, or merge classes that nobody needs apart.',
};
