// Asks every statement of the set pass and gathers the answers as numbers. What is shown of rows is named by place here
// and read later.
import type { TaskKind } from '../check.js';
import { type BySide, type ClassRows, type RowFate, rowLosses, type SetFacts } from '../facts/set-facts.js';
import {
  boilerplateCounts,
  classCounts,
  dayCounts,
  fateCounts,
  flagCounts,
  funnelCounts,
  groupCounts,
  leakCounts,
  lossCounts,
  promptCounts,
  type SampleName,
  sampleConditions,
  sampleOf,
  sliceCounts,
  topOf,
  trainCounts,
} from './count-rows.js';
import { duckdb } from './dialect.js';
import type { DuckdbSession, SqlValue } from './duckdb-session.client.js';
import type { SetQuestion } from './set-question.js';

type Row = Readonly<Record<string, SqlValue>>;
/** Whole numbers by the names of the statements' columns. */
export type Counts = Readonly<Record<string, number>>;

export interface TopPlace {
  readonly rows: number;
  readonly place: number;
}

export interface SetCounts {
  readonly fates: Record<RowFate, BySide>;
  readonly lost: SetFacts['lost'];
  readonly classes: readonly ClassRows[];
  /** All single numbers of all statements. */
  readonly numbers: Counts;
  readonly topAnswers: readonly TopPlace[];
  readonly topTemplates: readonly TopPlace[];
  readonly rowsByDay: Readonly<Record<string, number>>;
  readonly slices: Readonly<Record<string, Readonly<Record<string, number>>>>;
  readonly samples: Readonly<Record<SampleName, readonly number[]>>;
}

export async function countSet(session: DuckdbSession, facts: string, question: SetQuestion): Promise<SetCounts> {
  const single = [trainCounts, promptCounts, leakCounts, groupCounts, flagCounts];
  const numbers: Record<string, number> = {};
  for (const sql of [...single, funnelCounts(question.notPermitted), boilerplateCounts(duckdb, facts)]) {
    for (const [name, value] of Object.entries((await session.rows(sql))[0] ?? {})) {
      numbers[name] = Number(value ?? 0);
    }
  }
  return {
    numbers,
    fates: fatesOf(await session.rows(fateCounts)),
    lost: lossesOf(await session.rows(lossCounts(question.notPermitted))),
    classes: await classesOf(session, question.taskKind),
    topAnswers: (await session.rows(topOf('answer_key'))).map(topPlace),
    topTemplates: (await session.rows(topOf('template_key'))).map(topPlace),
    rowsByDay: Object.fromEntries((await session.rows(dayCounts)).map((row) => [String(row.day), Number(row.n)])),
    slices: slicesOf(await session.rows(sliceCounts)),
    samples: await samplesOf(session),
  };
}

function fatesOf(rows: readonly Row[]): Record<RowFate, BySide> {
  const count = (side: string, fate: RowFate) =>
    Number(rows.find((row) => row.side === side && row.fate === fate)?.n ?? 0);
  const bySide = (fate: RowFate) => ({ train: count('train', fate), holdout: count('holdout', fate) });
  return {
    kept: bySide('kept'),
    outranked: bySide('outranked'),
    repeated: bySide('repeated'),
    leaked: bySide('leaked'),
  };
}

function lossesOf(rows: readonly Row[]): SetFacts['lost'] {
  const lost: Partial<Record<(typeof rowLosses)[number], number>> = {};
  for (const loss of rowLosses) {
    lost[loss] = Number(rows.find((row) => row.loss === loss)?.n ?? 0);
  }
  return lost;
}

async function classesOf(session: DuckdbSession, taskKind: TaskKind): Promise<ClassRows[]> {
  if (taskKind === 'generation') {
    return [];
  }
  return (await session.rows(classCounts)).map((row) => ({
    label: String(row.label),
    deliveredTrain: Number(row.delivered_train),
    keptTrain: Number(row.kept_train),
    keptHoldout: Number(row.kept_holdout),
  }));
}

function topPlace(row: Row): TopPlace {
  return { rows: Number(row.n), place: Number(row.first) };
}

/** A row names several slices; each is counted by itself. */
function slicesOf(rows: readonly Row[]): Record<string, Record<string, number>> {
  const counts = new Map<string, Map<string, number>>();
  for (const row of rows) {
    for (const [name, value] of JSON.parse(String(row.slices)) as [string, string][]) {
      const values = counts.get(name) ?? new Map<string, number>();
      values.set(value, (values.get(value) ?? 0) + Number(row.n));
      counts.set(name, values);
    }
  }
  return Object.fromEntries([...counts].map(([name, values]) => [name, Object.fromEntries(values)]));
}

async function samplesOf(session: DuckdbSession): Promise<SetCounts['samples']> {
  const samples: Partial<Record<SampleName, readonly number[]>> = {};
  for (const name of Object.keys(sampleConditions) as SampleName[]) {
    const rows = await session.rows(sampleOf(duckdb, name));
    samples[name] = rows.map((row) => Number(row.place));
  }
  return samples as SetCounts['samples'];
}
