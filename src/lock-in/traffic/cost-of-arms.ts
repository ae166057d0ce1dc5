// Is a call of the candidate no dearer than one of the incumbent? By what both cost within the window, failures left out.
import { ownServer } from './read-exchange.js';
import type { TrafficLine, TrafficState } from './traffic-state.js';

/** Fewer calls say little of a mean. */
const callsMin = 30;

/** Null where an arm has too few calls, or one whose price is not known. */
export function isCandidateNoDearer({ lines }: TrafficState): boolean | null {
  const all = Object.values(lines);
  const candidate = costPerCall(all.filter(({ vendor }) => vendor === ownServer));
  const incumbent = costPerCall(all.filter(({ vendor }) => vendor !== ownServer));
  return candidate === null || incumbent === null ? null : candidate <= incumbent;
}

function costPerCall(lines: readonly TrafficLine[]): number | null {
  const calls = lines.reduce((sum, line) => sum + line.calls, 0);
  const isPriced = lines.every((line) => line.unpriced === 0);
  return calls >= callsMin && isPriced ? lines.reduce((sum, line) => sum + line.costNanoUsd, 0) / calls : null;
}
