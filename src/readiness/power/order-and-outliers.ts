// Are the rows in an order that says something, and which rows are unlike all others? Both by nearest neighbours. Rows that
// stand near in the file and are alike in content (sorted uploads) make every cut by position a cut by content; cleanlab
// asks the same by a permutation test on the distance in position between neighbours.
import { sha256Hex } from '../../kernel/digest.js';
import { seededRandom } from '../../kernel/seeded-random.js';
import { excerptOf } from '../judging/evidence-sample.js';
import { nearestTexts } from './text-neighbours.js';

const neighbours = 10;
const permutations = 199;
const seed = 7;
/** The texts that are compared with each other. */
const sampleMax = 2_000;
export const orderRowsMin = 50;
const outliersMax = 50;

export interface ArrivedText {
  readonly rowKey: string;
  /** In normal form. */
  readonly normalText: string;
  readonly text: string;
}

export interface OrderAndOutliers {
  /** p of the permutation test; null: too few rows, or none that are alike. */
  readonly orderP: number | null;
  /** Most distant first; null where too few rows were there to compare. */
  readonly outliers: readonly { readonly rowKey: string; readonly distance: number; readonly excerpt: string }[] | null;
}

/** @param rows in the order of arrival */
export function measureOrderAndOutliers(rows: readonly ArrivedText[]): OrderAndOutliers {
  const sample = sampled(rows);
  if (sample.length < orderRowsMin) {
    return { orderP: null, outliers: null };
  }
  const near = nearestTexts(
    sample.map(({ normalText }) => normalText),
    neighbours,
  );
  const pairs = near.flatMap((of, text) => of.map((other) => [text, other.text] as const));
  const outliers = sample
    .map(({ rowKey, text }, at) => ({
      rowKey,
      distance: 1 - (near[at]?.[0]?.similarity ?? 0),
      excerpt: excerptOf(text),
    }))
    .sort((one, other) => other.distance - one.distance || (one.rowKey < other.rowKey ? -1 : 1))
    .slice(0, outliersMax);
  return { orderP: pairs.length === 0 ? null : orderProbability(pairs, sample.length), outliers };
}

/** By a hash of the row, the order kept: the same rows whatever else the file holds, as far as there is room. */
function sampled(rows: readonly ArrivedText[]): readonly ArrivedText[] {
  if (rows.length <= sampleMax) {
    return rows;
  }
  const ranked = rows.map(({ rowKey }) => sha256Hex(`order ${rowKey}`));
  const last = [...ranked].sort()[sampleMax - 1] ?? '';
  return rows.filter((_, at) => (ranked[at] ?? '') <= last);
}

/** How often a shuffled order has its neighbours as close together as the order that came: (1 + as close)/(1 + shuffles). */
function orderProbability(pairs: readonly (readonly [number, number])[], count: number): number {
  const random = seededRandom(seed);
  const places = Uint32Array.from({ length: count }, (_, at) => at);
  const gap = () => pairs.reduce((sum, [one, other]) => sum + Math.abs((places[one] ?? 0) - (places[other] ?? 0)), 0);
  const observed = gap();
  let asClose = 0;
  for (let run = 0; run < permutations; run += 1) {
    for (let last = count - 1; last > 0; last -= 1) {
      const other = Math.floor(random() * (last + 1));
      [places[last], places[other]] = [places[other] ?? 0, places[last] ?? 0];
    }
    asClose += gap() <= observed ? 1 : 0;
  }
  return (1 + asClose) / (1 + permutations);
}
