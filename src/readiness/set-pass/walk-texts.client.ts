// One walk over the texts of all rows: near duplicates and shared runs of words. Texts come from the facts in the order of
// the files and are not kept in memory.
import { join } from 'node:path';
import { type NearOutcome, NearSearch } from '../near/near-search.js';
import { FileShelf } from '../near/text-shelf.client.js';
import { normalText } from '../rows/normal-form.js';
import type { DuckdbSession } from './duckdb-session.client.js';
import { type NearRows, nearRowsOf, SmallestOf, tellRows } from './near-outcome.js';
import { NgramLeaks, ngramRule } from './ngram-leaks.js';
import { isFirst, makeRowArrays, type RowArrays, standingSql, standings } from './row-arrays.js';

/** Held-out rows beyond are not looked at for shared runs: the share is known well enough by these. */
const heldOutMax = 10_000;

/** DuckDB, while it has nothing to do. */
const searchingMegabytes = 24;

export interface TextFindings {
  readonly near: NearRows;
  readonly found: NearOutcome;
  /** Held-out rows that were compared; those that share a run, by place. */
  readonly ngrams: {
    readonly texts: number;
    readonly shared: number;
    readonly sample: readonly number[];
    readonly mostlyCovered: number;
  };
  /** Rows that share a run with a benchmark. */
  readonly hasBenchmarks: boolean;
  readonly benchmark: { readonly rows: number; readonly sample: readonly number[] };
}

export interface TextWalk {
  readonly session: DuckdbSession;
  /** Name of the relation that holds `id` and `normal_prompt`, in the order of `id` when read whole. */
  readonly facts: string;
  readonly rows: number;
  readonly folder: string;
  readonly benchmarkTexts: readonly string[];
}

/** Leaves the session with a low bound of memory. */
export async function walkTexts(walk: TextWalk): Promise<TextFindings> {
  const rows = await readRows(walk);
  const firsts = countFirsts(rows);
  const shelf = new FileShelf(join(walk.folder, 'texts'), firsts);
  try {
    const seen = new TextSeen(rows, new NearSearch(shelf, firsts), walk.benchmarkTexts);
    await holdOut(walk, seen.leaks);
    let row = 0;
    for await (const [texts = []] of walk.session.columns(`SELECT normal_prompt FROM ${walk.facts}`)) {
      for (const text of texts) {
        seen.see(row, String(text ?? ''));
        row += 1;
      }
    }
    // Nothing is read while pairs are sought: the room is for what the search needs.
    await walk.session.run(`SET memory_limit = '${searchingMegabytes}MB'`);
    return seen.findings();
  } finally {
    shelf.close();
  }
}

async function readRows({ session, rows: count }: TextWalk): Promise<RowArrays> {
  const rows = makeRowArrays(count);
  const label = "substr(replace(CAST(answer_key AS VARCHAR), '-', ''), 1, 13)";
  const query = `SELECT id, place, first_place, ${standingSql}, ${label} FROM placed`;
  for await (const [ids = [], places = [], firsts = [], codes = [], labels = []] of session.columns(query)) {
    for (const [at, id] of ids.entries()) {
      const row = Number(id);
      rows.place[row] = Number(places[at]);
      rows.firstPlace[row] = Number(firsts[at]);
      rows.standing[row] = Number(codes[at]);
      rows.label[row] = Number.parseInt(String(labels[at]), 16);
    }
  }
  return rows;
}

function countFirsts(rows: RowArrays): number {
  let firsts = 0;
  for (let row = 0; row < rows.count; row += 1) {
    firsts += rows.standing[row] !== standings.none && isFirst(rows, row) ? 1 : 0;
  }
  return firsts;
}

async function holdOut({ session, facts }: TextWalk, leaks: NgramLeaks): Promise<void> {
  const chosen = `SELECT id FROM placed WHERE side = 'holdout' AND fate = 'kept' AND words >= ${ngramRule.textWordsMin}
ORDER BY (place * 48271) % 2147483647, place LIMIT ${heldOutMax}`;
  const query = `SELECT id, normal_prompt FROM ${facts} WHERE id IN (${chosen})`;
  for await (const [ids = [], texts = []] of session.columns(query)) {
    for (const [at, id] of ids.entries()) {
      leaks.hold(Number(id), String(texts[at]));
    }
  }
}

class TextSeen {
  leaks = new NgramLeaks();
  /** Questions of benchmarks are short; nothing else looks for those that are. */
  private readonly benchmarks = new NgramLeaks({ ...ngramRule, textWordsMin: ngramRule.runWords });
  private readonly benchmarkSample = new SmallestOf(50);
  private benchmarkRows = 0;
  /** By place in canonical order. */
  private readonly textAt: Int32Array;

  constructor(
    private readonly rows: RowArrays,
    private readonly search: NearSearch,
    benchmarkTexts: readonly string[],
  ) {
    this.textAt = new Int32Array(rows.count + 1).fill(-1);
    for (const [at, text] of benchmarkTexts.entries()) {
      this.benchmarks.hold(at, normalText(text));
    }
  }

  see(row: number, normal: string): void {
    const standing = this.rows.standing[row];
    if (standing === standings.none) {
      return;
    }
    const isHeldOut = standing === standings.keptHoldout;
    if (isFirst(this.rows, row)) {
      this.textAt[this.rows.place[row] ?? 0] = this.search.addText(normal, { isHeldOut });
      if (!isHeldOut && !this.leaks.isEmpty) {
        this.leaks.compare(normal);
      }
    }
    if (!this.benchmarks.isEmpty && this.benchmarks.compare(normal)) {
      this.benchmarkRows += 1;
      this.benchmarkSample.add(this.rows.place[row] ?? 0);
    }
  }

  findings(): TextFindings {
    const { rows } = this;
    const ngrams = this.takeLeaks();
    const textOf = (row: number) =>
      rows.standing[row] === standings.none ? -1 : (this.textAt[rows.firstPlace[row] ?? 0] ?? -1);
    tellRows(this.search, rows, textOf);
    const found = this.search.search();
    return {
      found,
      near: nearRowsOf(rows, textOf, found),
      ngrams,
      hasBenchmarks: !this.benchmarks.isEmpty,
      benchmark: { rows: this.benchmarkRows, sample: this.benchmarkSample.all() },
    };
  }

  /** Once: the runs of the held-out rows make room for the keys that are compared next. */
  private takeLeaks(): TextFindings['ngrams'] {
    const { texts, shared, mostlyCovered } = this.leaks.counts();
    this.leaks = new NgramLeaks();
    const sample = new SmallestOf(50);
    for (const row of shared) {
      sample.add(this.rows.place[row] ?? 0);
    }
    return { texts, shared: shared.length, sample: sample.all(), mostlyCovered };
  }
}
