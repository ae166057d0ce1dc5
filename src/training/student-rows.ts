// The rows that a student learns from: texts with the one right answer each, out of a closed set of answers.
import { createHash } from 'node:crypto';

export interface StudentRow {
  readonly text: string;
  readonly label: string;
}

/**
 * Above this many different answers the set is hardly closed: most likely the answers are free text, for which
 * a model of this kind is the wrong tool.
 */
export const labelCountMax = 1000;

/** Why the rows cannot be learned from, in one sentence that names the number; null where they can. */
export function studentRowsFault(rows: readonly StudentRow[]): string | null {
  if (rows.length === 0) {
    return 'there are no rows to train on';
  }
  const emptyText = rows.findIndex((row) => row.text.trim() === '');
  if (emptyText >= 0) {
    return `row ${emptyText + 1} of ${rows.length} has an empty text`;
  }
  const emptyLabel = rows.findIndex((row) => row.label.trim() === '');
  if (emptyLabel >= 0) {
    return `row ${emptyLabel + 1} of ${rows.length} has an empty label`;
  }
  const labels = new Set(rows.map((row) => row.label));
  if (labels.size === 1) {
    return `all ${rows.length} rows have the same label: a classifier needs at least 2`;
  }
  if (labels.size > labelCountMax) {
    return `the rows have ${labels.size} different labels, more than ${labelCountMax}: the answers are not a closed set`;
  }
  return null;
}

/** The rows by label, then text, in UTF-16 order: whatever order they came in, training sees the same one. */
export function sortRows(rows: readonly StudentRow[]): readonly StudentRow[] {
  return [...rows].sort((left, right) => compare(left.label, right.label) || compare(left.text, right.text));
}

/** `sha256:` digest of sorted rows, each as one line of JSON `[label, text]`. */
export function rowsDigest(sorted: readonly StudentRow[]): string {
  const hash = createHash('sha256');
  for (const row of sorted) {
    hash.update(`${JSON.stringify([row.label, row.text])}\n`);
  }
  return `sha256:${hash.digest('hex')}`;
}

function compare(left: string, right: string): number {
  if (left === right) {
    return 0;
  }
  return left < right ? -1 : 1;
}
