import { type Check, type Measured, noRowMeasure } from '../../check.js';
import { counted } from '../../judging/in-words.js';
import { judgeByLimits } from '../../judging/judge-limits.js';
import { countMeasured, detail, skippedMeasured, unmeasured } from '../../judging/measured.js';
import { whyNoClasses } from '../../judging/why-no-classes.js';

const ratioMax = 10;

/** Rarest class as a share of the even share 1/K; ratio and entropy beside it. Natural logarithm, divided by ln K. */
function balanceOf(counts: readonly number[]): Measured {
  const rows = counts.reduce((sum, count) => sum + count, 0);
  const [fewest, most] = counts.reduce(
    ([least, greatest], count) => [Math.min(least, count), Math.max(greatest, count)],
    [Number.POSITIVE_INFINITY, 0],
  );
  const entropy = -counts.reduce((sum, count) => sum + (count / rows) * Math.log(count / rows), 0);
  const details = {
    classes: counts.length,
    fewest,
    most,
    ratio: most / fewest,
    entropy: counts.length < 2 ? 0 : entropy / Math.log(counts.length),
  };
  const value = (fewest / rows) * counts.length;
  return { ...countMeasured({ value, unit: 'share of even' }, { details }), numerator: fewest, denominator: rows };
}

export const classesAreBalanced: Check<null> = {
  id: 'B01',
  name: 'class.imbalance',
  version: 2,
  question: 'Are the classes balanced?',
  why: 'A model can look accurate by never choosing the rare classes.',
  source: 'cleanlab: a class is rare below a tenth of the even share; a ratio above 10 warns (ours).',
  blocking: false,
  measure: {
    ...noRowMeasure,
    finish: (_state, context) => {
      const reason = whyNoClasses(context);
      if (reason !== null) {
        return skippedMeasured('share of even', reason);
      }
      const counts = context.set.classes.map((one) => one.deliveredTrain).filter((rows) => rows > 0);
      return counts.length === 0 ? unmeasured('share of even') : balanceOf(counts);
    },
  },
  judge: (measured, limits) => {
    if (measured.skipped !== null || measured.value === null) {
      return judgeByLimits({ measured, limits, found: '' });
    }
    const [classes, ratio] = [detail(measured, 'classes'), detail(measured, 'ratio')];
    const spread = `${counted(detail(measured, 'fewest'))} to ${counted(detail(measured, 'most'))} rows, ratio ${ratio.toFixed(3)}, normalised entropy ${detail(measured, 'entropy').toFixed(3)}`;
    const found = `${classes} classes of ${spread}; the rarest has ${measured.value.toFixed(2)} of the even share.`;
    if (classes < 2) {
      return { outcome: 'fail', text: `All rows have the same label: there is nothing to tell apart. ${found}` };
    }
    const judged = judgeByLimits({ measured, limits, found });
    return judged.outcome === 'pass' && ratio > ratioMax
      ? { outcome: 'warn', text: `${judged.text} A ratio above ${ratioMax} warns.` }
      : judged;
  },
  remedy: 'Collect rows of the rare classes, or cap the frequent ones; weights in training help less.',
  action: null,
};
