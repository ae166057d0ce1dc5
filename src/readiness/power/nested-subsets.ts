// Smaller training sets, each within the next and each with the classes in their shares, chosen by a hash of the prompt:
// the order of the rows does not matter, and new rows never move old ones in the ranking of their class.
import { sha256Hex } from '../../kernel/digest.js';

export interface DealtRow {
  /** Hex SHA-256. */
  readonly promptKey: string;
  readonly rowKey: string;
  readonly label: string;
}

/** Each class by itself, in an order that only its rows' keys decide. */
export function rankedByClass<Row extends DealtRow>(rows: readonly Row[], purpose: string): Map<string, Row[]> {
  const ranked = rows
    .map((row) => ({ row, rank: `${sha256Hex(`${purpose} ${row.promptKey}`)} ${row.rowKey}` }))
    .sort((one, other) => (one.rank < other.rank ? -1 : one.rank > other.rank ? 1 : 0));
  const classes = new Map<string, Row[]>();
  for (const { row } of ranked) {
    const known = classes.get(row.label);
    if (known === undefined) {
      classes.set(row.label, [row]);
    } else {
      known.push(row);
    }
  }
  return classes;
}

/**
 * One subset for each share (ascending, above 0 and up to 1); of every class at least one row. The last share of 1 is the
 * whole.
 */
export function nestedSubsets<Row extends DealtRow>(rows: readonly Row[], shares: readonly number[]): Row[][] {
  const classes = [...rankedByClass(rows, 'learning-curve').values()];
  return shares.map((share) => classes.flatMap((of) => of.slice(0, Math.max(1, Math.round(of.length * share)))));
}

/** Parts of about equal size with the classes in their shares; part i holds every `count`-th row of a class. */
export function stratifiedFolds<Row extends DealtRow>(rows: readonly Row[], count: number): Row[][] {
  const folds: Row[][] = Array.from({ length: count }, () => []);
  for (const of of rankedByClass(rows, 'folds').values()) {
    for (const [at, row] of of.entries()) {
      folds[at % count]?.push(row);
    }
  }
  return folds;
}
