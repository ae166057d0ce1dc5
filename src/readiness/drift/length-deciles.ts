// Have the lengths moved? Tenths of the one side are looked for in the other: without drift each holds a tenth there too.
import type { LogHistogram } from '../states/log-histogram.js';
import { jensenShannonBits } from '../states/word-histogram.js';

/** Bin of empty texts, below every other. */
export const emptyTextBin = Number.MIN_SAFE_INTEGER;
const tenths = 10;

/** By bin of the log histogram, empty texts in a bin of their own. */
export function binsOf(histogram: LogHistogram): ReadonlyMap<number, number> {
  return histogram.zeros === 0 ? histogram.bins : new Map([...histogram.bins, [emptyTextBin, histogram.zeros]]);
}

/**
 * Jensen–Shannon bits between two distributions of lengths over the tenths of the left one; null where one is empty. Bins
 * are never cut, so lengths that many texts share make fewer and larger parts.
 */
export function lengthDriftBits(left: ReadonlyMap<number, number>, right: ReadonlyMap<number, number>): number | null {
  const total = sumOf(left);
  if (total === 0) {
    return null;
  }
  const [ours, theirs] = [new Uint32Array(tenths), new Uint32Array(tenths)];
  let passed = 0;
  for (const bin of [...new Set([...left.keys(), ...right.keys()])].sort((one, other) => one - other)) {
    const part = Math.min(tenths - 1, Math.floor((passed * tenths) / total));
    ours[part] = (ours[part] ?? 0) + (left.get(bin) ?? 0);
    theirs[part] = (theirs[part] ?? 0) + (right.get(bin) ?? 0);
    passed += left.get(bin) ?? 0;
  }
  return jensenShannonBits(ours, theirs);
}

function sumOf(bins: ReadonlyMap<number, number>): number {
  return [...bins.values()].reduce((sum, count) => sum + count, 0);
}
