// The numbers of the report's pictures, from the rows' own statistics and from what the set pass found.
import type { SetContext } from '../check.js';
import type { ClassRows } from '../facts/set-facts.js';
import type { ProductionShift, ReportStatistics, ShareShift } from './report-statistics.js';
import { finishStatistics, type RowStatistics } from './row-statistics.js';

const classesMax = 200;
const labelsMax = 12;

export function gatherStatistics(rows: RowStatistics, context: SetContext): ReportStatistics {
  const { set, near, handed } = context;
  const byRows = [...set.classes].sort(
    (left, right) => right.keptTrain - left.keptTrain || (left.label < right.label ? -1 : 1),
  );
  return {
    ...finishStatistics(rows),
    classes: byRows.slice(0, classesMax),
    classesInAll: byRows.length,
    rowsByDay: set.rowsByDay,
    slices: set.slices,
    clusters: near.clusters,
    leakPairs: near.leakPairs,
    learningCurve: handed.learningCurve,
    shift: productionShift(byRows, context),
  };
}

function productionShift(classes: readonly ClassRows[], { production }: SetContext): ProductionShift | null {
  if (production === null) {
    return null;
  }
  const { fromAt, untilAt, calls, refusals, labels } = production;
  const refusalShare = calls === 0 ? null : refusals / calls;
  return { fromAt, untilAt, calls, refusalShare, labels: labelShifts(classes, labels) };
}

/** Labels by how far their share of the training rows is from their share of the calls. */
function labelShifts(classes: readonly ClassRows[], labels: Readonly<Record<string, number>>): ShareShift[] {
  const train = new Map(classes.map(({ label, keptTrain }) => [label, keptTrain]));
  const [trainRows, calls] = [sum([...train.values()]), sum(Object.values(labels))];
  if (trainRows === 0 || calls === 0) {
    return [];
  }
  const names = [...new Set([...train.keys(), ...Object.keys(labels)])];
  return names
    .map((name) => ({
      name,
      train: (train.get(name) ?? 0) / trainRows,
      production: (Object.hasOwn(labels, name) ? (labels[name] ?? 0) : 0) / calls,
    }))
    .sort((one, other) => moved(other) - moved(one) || (one.name < other.name ? -1 : 1))
    .slice(0, labelsMax);
}

const moved = ({ train, production }: ShareShift) => Math.abs(train - production);
const sum = (numbers: readonly number[]) => numbers.reduce((total, one) => total + one, 0);
