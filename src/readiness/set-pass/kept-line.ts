// A kept row as the digest of a data set takes it in: one line a row, by key and side. The digest of a hold-out is over the
// lines of that side alone, so that it is the same whatever the training rows are.
import type { Split } from '../rows/split-of.js';

/** Rows are taken in by key, then by side. */
export function keptLine(rowKey: string, side: Split): string {
  return `${rowKey} ${side}\n`;
}
