import { type Check, type Measured, noRowMeasure } from '../../check.js';
import type { ClassRows } from '../../facts/set-facts.js';
import { chiSquareUpperTail } from '../../judging/chi-square.js';
import { counted } from '../../judging/in-words.js';
import { judgeByLimits } from '../../judging/judge-limits.js';
import { countMeasured, detail, skippedMeasured, unmeasured } from '../../judging/measured.js';
import { whyNoClasses } from '../../judging/why-no-classes.js';

const unit = 'points of share';
/** Differences as large as this come by chance once in a hundred splits. */
const chanceMin = 0.01;

/** Largest difference between the class shares of the two sides, and the chance of differences as large by dealing. */
function differenceOf(classes: readonly ClassRows[]): Measured {
  const train = classes.reduce((sum, one) => sum + one.keptTrain, 0);
  const holdout = classes.reduce((sum, one) => sum + one.keptHoldout, 0);
  if (train === 0 || holdout === 0) {
    return unmeasured(unit);
  }
  let largest = { label: '', points: 0 };
  let chiSquare = 0;
  for (const { label, keptTrain, keptHoldout } of classes) {
    const points = Math.abs(keptTrain / train - keptHoldout / holdout);
    largest = points > largest.points ? { label, points } : largest;
    const expected = ((keptTrain + keptHoldout) * holdout) / (train + holdout);
    const expectedTrain = keptTrain + keptHoldout - expected;
    chiSquare +=
      expected === 0 ? 0 : (keptHoldout - expected) ** 2 / expected + (keptTrain - expectedTrain) ** 2 / expectedTrain;
  }
  const chance = chiSquareUpperTail(chiSquare, classes.length - 1);
  const details = { chance, label: largest.label, classes: classes.length };
  return { ...countMeasured({ value: largest.points, unit }, { details }), numerator: null };
}

export const sidesHaveTheSameClasses: Check<null> = {
  id: 'S03',
  name: 'split.strata',
  version: 1,
  question: 'Have both sides of the split the same shares of classes?',
  why: 'A hold-out with other shares measures another task: the accuracy on it is not the one production will see.',
  source:
    'Within two points, or a chi-square test of both sides with p of 0.01 and more (Wilson and Hilferty’s formula).',
  blocking: false,
  measure: {
    ...noRowMeasure,
    finish: (_state, context) => {
      const reason = whyNoClasses(context);
      return reason === null ? differenceOf(context.set.classes) : skippedMeasured(unit, reason);
    },
  },
  judge: (measured, limits) => {
    if (measured.skipped !== null || measured.value === null) {
      return judgeByLimits({ measured, limits, found: '' });
    }
    const chance = detail(measured, 'chance');
    const found = `The shares of ${counted(detail(measured, 'classes'))} classes differ by at most ${(100 * measured.value).toFixed(1)} points between the sides (${measured.details.label}); dealing alone gives as much with a chance of ${chance.toFixed(3)}.`;
    const judged = judgeByLimits({ measured, limits, found });
    return judged.outcome === 'warn' && chance >= chanceMin ? { outcome: 'pass', text: found } : judged;
  },
  remedy: 'Hold out the same share of each class, or accept that the hold-out has the shares of production.',
  action: null,
};
