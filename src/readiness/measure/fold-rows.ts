// One pass over the rows feeds every check. What comes of a segment is one state a check; states of segments are merged,
// and a check that breaks on a row is out of the running without taking the others with it.
import { digestOf } from '../../kernel/digest.js';
import { type Check, noRowMeasure } from '../check.js';
import type { RowFacts } from '../rows/row-facts.js';

/** Plain data: it is stored and sent between threads. By check id. */
export interface SegmentStates {
  readonly states: Map<string, unknown>;
  /** Checks that threw, with what they said. Their states mean nothing. */
  readonly broken: Map<string, string>;
  /** What each check's share of the pass took, estimated from some of the rows; empty when nobody clocked it. */
  readonly costMs: Map<string, number>;
  rows: number;
}

/** States are merged only with states of the same checks: another list, or another version of one, measures again. */
export function checksDigest(checks: readonly Check[]): string {
  return digestOf(checks.map(({ id, version }) => `${id}/${version}`));
}

export function foldRows(checks: readonly Check[], rows: Iterable<RowFacts>): SegmentStates {
  const folder = new RowFolder(checks);
  folder.addAll([...rows]);
  return folder.end();
}

/** Changes the left one. */
export function mergeStates(checks: readonly Check[], left: SegmentStates, right: SegmentStates): SegmentStates {
  left.rows += right.rows;
  for (const [id, reason] of right.broken) {
    noteBroken(left.broken, id, reason);
  }
  for (const [id, costMs] of right.costMs) {
    left.costMs.set(id, (left.costMs.get(id) ?? 0) + costMs);
  }
  for (const { id, measure } of checks) {
    if (!left.broken.has(id)) {
      try {
        left.states.set(
          id,
          measure.merge(left.states.get(id) ?? measure.start(), right.states.get(id) ?? measure.start()),
        );
      } catch (error) {
        noteBroken(left.broken, id, reasonOf(error));
      }
    }
  }
  return left;
}

type RowMeasure = Pick<Check['measure'], 'add'>;

/** Every so many rows the checks are clocked, each by itself. */
const clockedRows = 512;

export class RowFolder {
  private readonly ids: string[] = [];
  private readonly measures: RowMeasure[] = [];
  private readonly folded: unknown[] = [];
  private readonly costsMs: Float64Array;
  private readonly broken = new Map<string, string>();
  private rows = 0;

  /** @param clock running milliseconds, to tell what each check costs; null: nobody asks */
  constructor(
    private readonly checks: readonly Check[],
    private readonly clock: (() => number) | null = null,
  ) {
    for (const { id, measure } of checks) {
      if (measure.add !== noRowMeasure.add) {
        this.ids.push(id);
        this.measures.push(measure);
        this.folded.push(measure.start());
      }
    }
    this.costsMs = new Float64Array(this.ids.length);
  }

  /**
   * Some rows for one check, then the same rows for the next: with a single row at a time, each of the many checks would
   * be strange to the processor again whenever its turn comes.
   */
  addAll(rows: readonly RowFacts[]): void {
    const before = Math.floor(this.rows / clockedRows);
    this.rows += rows.length;
    const isClocked = Math.floor(this.rows / clockedRows) > before;
    const clock = isClocked ? this.clock : null;
    for (let at = 0; at < this.measures.length; at += 1) {
      const startMs = clock?.() ?? 0;
      this.addTo(at, rows);
      if (clock !== null) {
        this.costsMs[at] = (this.costsMs[at] ?? 0) + (clock() - startMs) * (clockedRows / rows.length);
      }
    }
  }

  /** Nothing is added afterwards. */
  end(): SegmentStates {
    const states = new Map(this.ids.map((id, at) => [id, this.folded[at]]));
    for (const { id, measure } of this.checks) {
      if (!states.has(id)) {
        states.set(id, measure.start());
      }
    }
    const costMs = new Map(this.clock === null ? [] : this.ids.map((id, at) => [id, this.costsMs[at] ?? 0]));
    return { states, broken: this.broken, costMs, rows: this.rows };
  }

  private addTo(at: number, rows: readonly RowFacts[]): void {
    const measure = this.measures[at] ?? inert;
    // Looked up once: there are too many kinds of measures for it to be quick.
    const { add } = measure;
    let state = this.folded[at];
    try {
      for (let place = 0; place < rows.length; place += 1) {
        state = add.call(measure, state, rows[place] as RowFacts);
      }
    } catch (error) {
      this.leaveOut(at, error);
    }
    this.folded[at] = state;
  }

  private leaveOut(at: number, error: unknown): void {
    const id = this.ids[at];
    if (id !== undefined) {
      noteBroken(this.broken, id, reasonOf(error));
      this.measures[at] = inert;
    }
  }
}

/** Stands where a check broke. */
const inert: RowMeasure = { add: (state) => state };

/** Of several reasons the first by spelling is told, so that order does not show. */
function noteBroken(broken: Map<string, string>, id: string, reason: string): void {
  const known = broken.get(id);
  if (known === undefined || reason < known) {
    broken.set(id, reason);
  }
}

export function reasonOf(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).slice(0, 200);
}
