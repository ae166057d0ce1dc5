// Of which rows are there too few? Training rows, held-out rows, each class and each declared slice, against the numbers by
// which they are judged; with the share that each has in the traffic of today.
import type { ReadinessThresholds } from '../../kernel/policy.js';
import type { SetContext } from '../check.js';
import { arrivalsOf } from '../power/arrivals.js';
import type { CollectQuestion, ShortOf } from '../power/collect-next.js';

/** As the check of slices has it: fewer than this and a slice is not judged by itself. */
const sliceRowsEnough = 30;

export function shortRows(context: SetContext, thresholds: ReadinessThresholds): CollectQuestion {
  const { set, power, production, intake, now } = context;
  const { kept } = set.fates;
  const holdoutNeed = Math.max(thresholds.holdoutRowsMin, power.requiredHoldoutRows ?? 0);
  const arrivals = arrivalsOf({
    rowsByDay: production?.callsByDay ?? set.rowsByDay,
    firstAt: intake.captured.firstAt,
    now,
  });
  return {
    short: [
      { what: 'training rows', have: kept.train, need: thresholds.trainRowsEnough, shareInTraffic: 1 },
      { what: 'held-out rows', have: kept.holdout, need: holdoutNeed, shareInTraffic: null },
      ...shortClasses(context, thresholds.rowsPerClassMin),
      ...shortSlices(context),
    ],
    rowsPerDay: arrivals === null || arrivals.rows === 0 ? null : arrivals.rows / arrivals.days,
  };
}

function shortClasses({ set, production }: SetContext, need: number): ShortOf[] {
  const labels = production?.labels ?? {};
  const calls = sum(Object.values(labels));
  return set.classes.map(({ label, keptTrain }) => ({
    what: `class ${label}`,
    have: keptTrain,
    need,
    shareInTraffic: calls === 0 ? null : (Object.hasOwn(labels, label) ? (labels[label] ?? 0) : 0) / calls,
  }));
}

function shortSlices({ set }: SetContext): ShortOf[] {
  return Object.entries(set.slices).flatMap(([name, values]) =>
    Object.entries(values).map(([value, have]) => ({
      what: `slice ${name}=${value}`,
      have,
      need: sliceRowsEnough,
      // Kept rows tell what was chosen, not what is asked.
      shareInTraffic: null,
    })),
  );
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, one) => total + one, 0);
