// How many rows has each class? Shared by the checks that ask about classes. Answers are classes only in a task with a
// closed set of them.
import type { CheckedRow, SetContext } from '../check.js';

export type ClassTally = Map<string, number>;

export function addClass(tally: ClassTally, label: string): ClassTally {
  return tally.set(label, (tally.get(label) ?? 0) + 1);
}

export function mergeClasses(left: ClassTally, right: ClassTally): ClassTally {
  for (const [label, rows] of right) {
    left.set(label, (left.get(label) ?? 0) + rows);
  }
  return left;
}

/** Training rows as they were delivered: repeated and leaked ones are still among them. */
export function isDeliveredTrainRow(row: CheckedRow): boolean {
  return row.side === 'train' && row.fate !== 'outranked';
}

/** A sentence when the task has no classes, else null. */
export function whyNoClasses(set: SetContext): string | null {
  return set.taskKind === 'generation' ? 'Answers of a generation task are free text: there are no classes.' : null;
}
