// From texts that are near to the rows that have them: what the checks and the report show of near duplicates.

import type { NearOutcome, NearSearch } from '../near/near-search.js';
import { scramble } from '../near/shingles.js';
import { isFirst, type RowArrays, standings } from './row-arrays.js';

const clustersShown = 10;
const membersShown = 5;
const pairsShown = 50;
const sampleRows = 50;

/** Rows by their places in canonical order. */
export interface NearRows {
  readonly trainRows: number;
  readonly holdoutRows: number;
  readonly nearHoldoutRows: number;
  readonly nearHoldoutRowsLeft: number;
  readonly removableSample: readonly number[];
  readonly nearHoldoutSample: readonly number[];
  readonly clusters: readonly { readonly rows: number; readonly members: readonly number[] }[];
  readonly leakPairs: readonly { readonly holdout: number; readonly train: number; readonly share: number }[];
}

/** The text of each row; −1 where it takes no part. */
export type TextOfRow = (row: number) => number;

export function nearRowsOf(rows: RowArrays, textOf: TextOfRow, found: NearOutcome): NearRows {
  const walk = new RowWalk(rows, textOf, found);
  for (let row = 0; row < rows.count; row += 1) {
    walk.see(row);
  }
  return walk.outcome();
}

class RowWalk {
  private trainRows = 0;
  private holdoutRows = 0;
  private nearHoldoutRows = 0;
  private nearHoldoutRowsLeft = 0;
  private readonly sizes: Map<number, number>;
  /** Rows of each cluster by place, of those that are shown; and the first row of every cluster. */
  private readonly members = new Map<number, number[]>();
  private readonly leaders = new Map<number, number>();
  private readonly removable = new SmallestOf(sampleRows);
  private readonly nearHoldout = new SmallestOf(sampleRows);
  /** Training texts next to held-out ones, and where each stands first. */
  private readonly nearTexts: ReadonlySet<number>;
  private readonly firstRowOf = new Map<number, number>();

  constructor(
    private readonly rows: RowArrays,
    private readonly textOf: TextOfRow,
    private readonly found: NearOutcome,
  ) {
    this.sizes = found.clusters.sizes();
    this.nearTexts = new Set([...found.nearest.values()].map(({ text }) => text));
    for (let row = 0; row < rows.count; row += 1) {
      this.lead(row);
    }
    // Of equal ones the first by place: texts are numbered as files were read, which several threads do in any order.
    const firstOf = (root: number) => this.leaders.get(root) ?? rows.count + 1;
    const largest = [...this.sizes].sort(
      ([one, left], [other, right]) => right - left || firstOf(one) - firstOf(other),
    );
    for (const [root] of largest.slice(0, clustersShown)) {
      this.members.set(root, []);
    }
  }

  private lead(row: number): void {
    const root = this.rootOf(row);
    if (root !== null) {
      const place = this.rows.place[row] ?? 0;
      this.leaders.set(root, Math.min(place, this.leaders.get(root) ?? place));
    }
  }

  /** The cluster of a training row that is in one; else null. */
  private rootOf(row: number): number | null {
    const standing = this.rows.standing[row];
    if (standing !== standings.train && standing !== standings.keptTrain) {
      return null;
    }
    const root = this.found.clusters.rootOf(this.textOf(row));
    return (this.sizes.get(root) ?? 0) > 1 ? root : null;
  }

  see(row: number): void {
    const standing = this.rows.standing[row];
    if (standing === standings.keptHoldout) {
      this.seeHeldOut(row);
    } else if (standing !== standings.none) {
      this.seeTrained(row);
    }
  }

  private seeTrained(row: number): void {
    this.trainRows += 1;
    const place = this.rows.place[row] ?? 0;
    if (isFirst(this.rows, row) && this.nearTexts.has(this.textOf(row))) {
      this.firstRowOf.set(this.textOf(row), place);
    }
    const root = this.rootOf(row);
    if (root === null) {
      return;
    }
    this.members.get(root)?.push(place);
    if (this.leaders.get(root) !== place) {
      this.removable.add(place);
    }
  }

  private seeHeldOut(row: number): void {
    this.holdoutRows += 1;
    const near = this.found.nearest.get(this.textOf(row));
    if (near !== undefined) {
      this.nearHoldoutRows += 1;
      this.nearHoldoutRowsLeft += near.isStillNear ? 1 : 0;
      this.nearHoldout.add(this.rows.place[row] ?? 0);
    }
  }

  outcome(): NearRows {
    const { trainRows, holdoutRows, nearHoldoutRows, nearHoldoutRowsLeft } = this;
    const clusters = [...this.members].map(([root, places]) => ({
      rows: this.sizes.get(root) ?? 0,
      members: places.sort((left, right) => left - right).slice(0, membersShown),
    }));
    return {
      trainRows,
      holdoutRows,
      nearHoldoutRows,
      nearHoldoutRowsLeft,
      removableSample: this.removable.all(),
      nearHoldoutSample: this.nearHoldout.all(),
      clusters,
      leakPairs: this.leakPairs(),
    };
  }

  private leakPairs(): NearRows['leakPairs'] {
    const pairs: { holdout: number; train: number; share: number }[] = [];
    for (let row = 0; row < this.rows.count; row += 1) {
      const near =
        this.rows.standing[row] === standings.keptHoldout ? this.found.nearest.get(this.textOf(row)) : undefined;
      const train = near === undefined ? undefined : this.firstRowOf.get(near.text);
      if (near !== undefined && train !== undefined && isFirst(this.rows, row)) {
        pairs.push({ holdout: this.rows.place[row] ?? 0, train, share: near.share });
      }
    }
    return pairs.sort((left, right) => right.share - left.share || left.holdout - right.holdout).slice(0, pairsShown);
  }
}

/** So many places, chosen by a hash of each: the choice does not lean to the beginning of the files. */
export class SmallestOf {
  private chosen: { readonly place: number; readonly priority: number }[] = [];

  constructor(private readonly most: number) {}

  add(place: number): void {
    const priority = scramble(place);
    const last = this.chosen.at(-1);
    if (this.chosen.length < this.most || (last !== undefined && priority < last.priority)) {
      this.chosen.push({ place, priority });
      this.chosen.sort((left, right) => left.priority - right.priority);
      this.chosen.length = Math.min(this.chosen.length, this.most);
    }
  }

  all(): readonly number[] {
    return this.chosen.map(({ place }) => place);
  }
}

/** Rows are told of to the search after all texts are in: the first row with a text may come late. */
export function tellRows(search: NearSearch, rows: RowArrays, textOf: TextOfRow): void {
  for (let row = 0; row < rows.count; row += 1) {
    const text = textOf(row);
    if (text >= 0) {
      search.addRow(text, { label: rows.label[row] ?? -1, isKept: rows.standing[row] !== standings.train });
    }
  }
}
