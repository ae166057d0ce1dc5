// What production asks, day by day, so that a window can be cut when the data is judged: what was folded yesterday is today
// a day older. Any cut of the rows, in any order, gives the same days.
import type { ProductionFacts } from '../facts/production-facts.js';
import type { RowFacts } from '../rows/row-facts.js';
import { comparedMin } from './comparable.js';
import { addCall, emptyWindow, mergeWindows, type ProductionWindow, productionFactsOf } from './production-window.js';

const dayMs = 86_400_000;
/** What production asks now. */
const windowDays = 30;
/** The newest days with calls are kept: eight weeks are looked at for the rate at which rows come. */
export const daysKept = 60;

/** By UTC day, in whole days since the epoch. Plain data. */
export type ProductionDays = Map<number, ProductionWindow>;

/** Changes the days. Rows of uploads are not production, and calls of no known time belong to no day. */
export function addToDays(days: ProductionDays, row: RowFacts): void {
  const { origin, traits } = row.example;
  if (origin !== 'exchange' || traits.at === null) {
    return;
  }
  const day = Math.floor(traits.at / dayMs);
  const window = days.get(day);
  if (window !== undefined) {
    addCall(window, row);
    return;
  }
  days.set(day, addCall(emptyWindow(), row));
  dropOldest(days);
}

/** Changes the left ones. */
export function mergeDays(left: ProductionDays, right: ProductionDays): ProductionDays {
  for (const [day, window] of right) {
    left.set(day, mergeWindows(left.get(day) ?? emptyWindow(), window));
  }
  dropOldest(left);
  return left;
}

/** A day that is dropped here has `daysKept` newer ones, and so it has in any whole that this is a part of. */
function dropOldest(days: ProductionDays): void {
  if (days.size > daysKept) {
    for (const day of [...days.keys()].sort((one, other) => one - other).slice(0, days.size - daysKept)) {
      days.delete(day);
    }
  }
}

/**
 * The last thirty days before `now`, or all days that are kept where these have too few calls to be compared with. Calls
 * by day are those of all days in any case. Null while nothing was captured.
 */
export function productionOf(days: ProductionDays, now: number): ProductionFacts | null {
  const recent = joined([...days].filter(([day]) => (day + 1) * dayMs > now - windowDays * dayMs));
  const all = joined([...days]);
  const facts = productionFactsOf(recent.calls >= comparedMin ? recent : all);
  return facts === null ? null : { ...facts, callsByDay: callsByDay(days) };
}

function joined(days: readonly (readonly [number, ProductionWindow])[]): ProductionWindow {
  return days.reduce((whole, [, window]) => mergeWindows(whole, window), emptyWindow());
}

function callsByDay(days: ProductionDays): Record<string, number> {
  const sorted = [...days].sort(([one], [other]) => one - other);
  return Object.fromEntries(
    sorted.map(([day, { calls }]) => [new Date(day * dayMs).toISOString().slice(0, 10), calls]),
  );
}
