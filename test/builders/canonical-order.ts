// Which of two rows comes first? A total order that depends on nothing but the rows, so that whatever is chosen by it is
// chosen again from the same rows in any order.
import type { KeyedExample } from '../../src/readiness/rows/example.js';

/** Imports before traffic, then by arrival (ids sort by time), then by line: the first of equals is kept. */
export function canonicalOrder(left: KeyedExample, right: KeyedExample): number {
  if (left.origin !== right.origin) {
    return left.origin === 'import' ? -1 : 1;
  }
  if (left.originId !== right.originId) {
    return left.originId < right.originId ? -1 : 1;
  }
  const byLine = (left.line ?? 0) - (right.line ?? 0);
  if (byLine !== 0) {
    return byLine;
  }
  const [one, other] = [`${left.rowKey} ${left.declaredSplit}`, `${right.rowKey} ${right.declaredSplit}`];
  return one < other ? -1 : one > other ? 1 : 0;
}
