// From the stored states and facts of all segments to the measurement of a project. States are merged as they come, facts
// go to files; the set pass joins them.
import { mkdtemp, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { foldPartsOf } from '../row-pass/fold-parts.client.js';
import type { DeclaredSplit } from '../rows/example.js';
import type { Split } from '../rows/split-of.js';
import { DuckdbSession, quoted } from '../set-pass/duckdb-session.client.js';
import { setPass } from '../set-pass/set-pass.client.js';
import { judgeStates } from './judge-states.js';
import type { KeptRow, ReadinessMeasurement, ReadinessQuestion } from './measure-question.js';
import { foldOf } from './measure-segment.client.js';
import { type FoldParts, mergeFolds, type SegmentFold, SegmentFolder } from './segment-fold.js';
import type { JudgedSegment } from './segment-meter.js';

const keptMegabytes = 96;

export class SegmentJudge {
  private readonly parts: FoldParts;
  private readonly factsFiles: string[] = [];
  private fold: SegmentFold;

  /** @param place an empty folder, which the caller removes */
  constructor(
    private readonly question: ReadinessQuestion,
    private readonly place: string,
    expectedRows: number,
  ) {
    this.parts = foldPartsOf(question.target, expectedRows);
    this.fold = new SegmentFolder(this.parts).end();
  }

  async add({ states, facts }: JudgedSegment): Promise<void> {
    this.fold = mergeFolds(this.parts, this.fold, foldOf(states));
    if (facts.length > 0) {
      const file = join(this.place, `facts-${String(this.factsFiles.length).padStart(6, '0')}.parquet`);
      await writeFile(file, facts);
      this.factsFiles.push(file);
    }
  }

  async end(): Promise<ReadinessMeasurement> {
    const { question, parts, factsFiles, place } = this;
    const joined = await setPass({ factsFiles, question, folder: join(place, 'set') });
    const kept = await keptRows(joined.keptFile, place);
    return { ...judgeStates(this.fold, joined, { question, parts }), kept };
  }
}

async function keptRows(file: string, place: string): Promise<KeptRow[]> {
  const folder = await mkdtemp(join(place, 'kept-'));
  const session = await DuckdbSession.open({ folder, memoryMegabytes: keptMegabytes, threads: 1 });
  const kept: KeptRow[] = [];
  try {
    const query = `SELECT row_key, declared_split, side FROM read_parquet(${quoted(file)})`;
    for await (const [keys = [], splits = [], sides = []] of session.columns(query)) {
      for (const [at, key] of keys.entries()) {
        kept.push({ rowKey: String(key), declaredSplit: splits[at] as DeclaredSplit, side: sides[at] as Split });
      }
    }
  } finally {
    session.close();
  }
  return kept;
}
