// Do two who judge the same answer say the same? Cohen's kappa (Educ. Psychol. Meas. 20, 1960): agreement beyond what their
// habits alone would give. Counted over all pairs of raters of a row, the raters in the order of their names; pairs of
// values are tallied, so that any cut and any order of the rows ends in the same table.
import type { RowTraits } from '../rows/row-traits.js';

/** More pairs of values than this are no judgements but remarks. */
const pairsMax = 10_000;

export interface RatingPairs {
  rows: number;
  pairs: number;
  /** By `value␟value` of the first and the second rater. */
  readonly table: Map<string, number>;
  /** There were more different pairs than are counted: no kappa. */
  isOverfull: boolean;
}

export const pairSeparator = '\u001f';

export function noRatings(): RatingPairs {
  return { rows: 0, pairs: 0, table: new Map(), isOverfull: false };
}

/** Changes the state and returns it. */
export function addRatings(state: RatingPairs, { ratings }: RowTraits): RatingPairs {
  if (ratings.length < 2) {
    return state;
  }
  const byName = [...ratings].sort((one, other) => (one.rater < other.rater ? -1 : one.rater > other.rater ? 1 : 0));
  state.rows += 1;
  for (const [at, first] of byName.entries()) {
    for (const second of byName.slice(at + 1)) {
      count(state, `${first.value}${pairSeparator}${second.value}`, 1);
    }
  }
  return state;
}

/** Changes the left one. */
export function mergeRatings(left: RatingPairs, right: RatingPairs): RatingPairs {
  left.rows += right.rows;
  left.isOverfull ||= right.isOverfull;
  for (const [pair, times] of right.table) {
    count(left, pair, times);
  }
  return left;
}

function count(state: RatingPairs, pair: string, times: number): void {
  state.pairs += times;
  const known = state.table.get(pair);
  if (known === undefined && state.table.size >= pairsMax) {
    state.isOverfull = true;
  } else {
    state.table.set(pair, (known ?? 0) + times);
  }
}

/** Share of pairs that agree. */
export function agreementOf({ table, pairs }: RatingPairs): number {
  const same = [...table].filter(([pair]) => new Set(pair.split(pairSeparator)).size === 1);
  return same.reduce((sum, [, times]) => sum + times, 0) / Math.max(1, pairs);
}

/** −1 to 1; null without a pair, with too many different ones, or where all say the same thing about everything. */
export function kappaOf(state: RatingPairs): number | null {
  const { table, pairs, isOverfull } = state;
  if (pairs === 0 || isOverfull) {
    return null;
  }
  const [first, second] = [new Map<string, number>(), new Map<string, number>()];
  for (const [pair, times] of table) {
    const [one = '', other = ''] = pair.split(pairSeparator);
    first.set(one, (first.get(one) ?? 0) + times);
    second.set(other, (second.get(other) ?? 0) + times);
  }
  const byChance = [...first].reduce((sum, [value, times]) => sum + (times * (second.get(value) ?? 0)) / pairs ** 2, 0);
  return byChance >= 1 ? null : (agreementOf(state) - byChance) / (1 - byChance);
}
