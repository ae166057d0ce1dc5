// What the terminal asks of files once they were read: whose rows they are, and what a student learns from them.

import { sha256Hex } from '../kernel/digest.js';
import type { HandedMeasures } from '../readiness/facts/handed-measures.js';
import type { TargetFacts } from '../readiness/facts/target-facts.js';
import { nothingHanded } from '../readiness/gathering/learning-measures.service.js';
import { kindByName } from '../readiness/imports/file-facts.js';
import type { RightsDeclaration } from '../readiness/imports/rights-declaration.js';
import type { ReadFiles } from '../readiness/measure/measure-files.client.js';
import type { ReadinessQuestion } from '../readiness/measure/measure-question.js';
import type { LearningTask } from '../readiness/power/learner.js';
import { measureLabelNoise } from '../readiness/power/measure-label-noise.js';
import { measureLearningCurve } from '../readiness/power/measure-learning-curve.js';
import { measureOrderAndOutliers } from '../readiness/power/order-and-outliers.js';
import { judgeRights } from '../readiness/rights/judge-rights.js';
import { loadRightsRules } from '../readiness/rights/load-rights.client.js';
import { DuckdbSession, quoted } from '../readiness/set-pass/duckdb-session.client.js';
import { scoreStudent } from '../training/score-student.client.js';

const sessionLimits = { memoryMegabytes: 128, threads: 1 };
const learntRowsMax = 5_000;
const formEnding = /\.[^.]+(\.(gz|gzip|zst|zstd))?$/i;

export interface FilesOrder {
  readonly target: TargetFacts;
  readonly declared: RightsDeclaration;
  readonly now: number;
  /** A student is trained for the learning curve and the labels. */
  readonly learns: boolean;
}

type Completed = Pick<ReadinessQuestion, 'rights' | 'notPermitted' | 'handed'>;

export async function completeFiles(read: ReadFiles, order: FilesOrder): Promise<Completed> {
  if (read.factsFiles.length === 0) {
    return { rights: rightsOf([], read, order), notPermitted: { originIds: [], models: [] }, handed: nothingHanded };
  }
  const session = await DuckdbSession.open({ folder: read.folder, ...sessionLimits });
  try {
    const facts = `read_parquet([${read.factsFiles.map(quoted).join(', ')}])`;
    const origins = await session.rows(
      `SELECT origin_id, model, count(*) AS n FROM ${facts} GROUP BY origin_id, model`,
    );
    const rights = rightsOf(origins, read, order);
    const barred = [...rights.licences, ...rights.consent].filter((one) => one.ruling === 'blocked');
    const originIds = [...new Set(barred.map(({ source }) => source.replace(/^import:/, '')))];
    const handed = order.learns ? await learn(session, facts) : nothingHanded;
    return { rights, notPermitted: { originIds, models: [] }, handed };
  } finally {
    session.close();
  }
}

type Row = Readonly<Record<string, unknown>>;

function rightsOf(origins: readonly Row[], { files }: ReadFiles, { target, declared, now }: FilesOrder) {
  const uploads = files.map(({ importId }) => {
    const own = origins.filter((one) => one.origin_id === importId);
    const rowsByModel = Object.fromEntries(
      own.flatMap((one) => (typeof one.model === 'string' ? [[one.model, Number(one.n)] as const] : [])),
    );
    return { importId, rows: own.reduce((sum, one) => sum + Number(one.n), 0), declared, rowsByModel };
  });
  return judgeRights({
    rules: loadRightsRules(),
    target,
    captured: [],
    uploads: uploads.filter(({ rows }) => rows > 0),
    trafficConsent: null,
    region: null,
    signed: [],
    now,
  });
}

/** On at most `learntRowsMax` rows of each side, those with the smallest keys. */
async function learn(session: DuckdbSession, facts: string): Promise<HandedMeasures> {
  const columns = 'row_key, prompt_key, label, normal_prompt, prompt_head, origin_id, line';
  const side = (where: string) =>
    session.rows(
      `SELECT ${columns} FROM ${facts} WHERE label <> '' AND ${where} ORDER BY row_key LIMIT ${learntRowsMax}`,
    );
  const [brought] = await session.rows(`SELECT count(*) AS n FROM ${facts} WHERE declared_split = 'holdout'`);
  const isBrought = Number(brought?.n ?? 0) > 0;
  const train = await side(isBrought ? "declared_split <> 'holdout'" : 'split_part < 8000');
  const holdout = await side(isBrought ? "declared_split = 'holdout'" : 'split_part >= 8000');
  const learner = { score: ({ train: rows, texts }: LearningTask) => scoreStudent({ train: rows, texts }) };
  const rows = unique(train).map(learntRow);
  try {
    const learningCurve = await measureLearningCurve({ train: rows, holdout: unique(holdout).map(learntRow) }, learner);
    const labelNoise = await measureLabelNoise(rows, learner);
    const arrived = [...rows].sort((one, other) => one.line - other.line);
    const byOrder = measureOrderAndOutliers(arrived.map(({ rowKey, text }) => ({ rowKey, text, normalText: text })));
    return { learningCurve, labelNoise, ...byOrder };
  } catch {
    // Nothing could be learnt: the checks that ask are skipped and say so.
    return nothingHanded;
  }
}

function unique(rows: readonly Row[]): readonly Row[] {
  return [...new Map(rows.map((row) => [String(row.prompt_key), row])).values()];
}

function learntRow(row: Row) {
  return {
    rowKey: String(row.row_key),
    promptKey: String(row.prompt_key),
    label: String(row.label),
    text: String(row.normal_prompt),
    origin: 'import' as const,
    originId: String(row.origin_id),
    line: Number(row.line ?? 0),
  };
}

/**
 * A name for the files that depends on their own names alone, without what these say of the form: the same rows are dealt
 * alike every time, and as Parquet as they were as lines.
 */
export function saltOfFiles(names: readonly string[]): string {
  const stems = names.map((name) => (kindByName(name) === null ? name : name.replace(formEnding, '')));
  return `files/${sha256Hex(stems.sort().join('\n')).slice(0, 12)}/split/1`;
}
