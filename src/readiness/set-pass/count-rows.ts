// The statements that count what only joined rows can tell. Each reads `placed` (and the facts where it says so) and gives
// few rows; the names of its columns are those that reading the answer asks for.
import { classificationLabelsMax, type RowLoss, rowLosses } from '../facts/set-facts.js';
import type { Dialect } from './dialect.js';
import { type RowFlag, rowFlags } from './row-flags.js';

const isTrain = "side = 'train' AND fate <> 'outranked'";
const isHoldout = "side = 'holdout' AND fate <> 'outranked'";
const isKeptTrain = "side = 'train' AND fate = 'kept'";
const isKeptHoldout = "side = 'holdout' AND fate = 'kept'";

const sumOf = (condition: string) => `coalesce(sum(CASE WHEN ${condition} THEN 1 ELSE 0 END), 0)`;
const hasFlag = (flag: RowFlag) => `(flags & ${rowFlags[flag]}) <> 0`;

/** Shown of the most frequent answers and templates. */
const topShown = 5;
/** A sentence that more than this share of the rows have is boilerplate. */
export const boilerplateRowShare = 0.05;

/** Prompts that several training rows have; the statements below read it as `shared_prompts`. */
export const sharedPrompts = `SELECT prompt_key, count(*) AS prompt_rows,
  CASE WHEN min(answer_key) <> max(answer_key) THEN 1 ELSE 0 END AS answers_differ,
  CASE WHEN min(label) <> max(label) THEN 1 ELSE 0 END AS labels_differ
FROM placed WHERE ${isTrain} AND prompt_key IN (SELECT prompt_key FROM placed WHERE nth_of_prompt > 1)
GROUP BY prompt_key HAVING count(*) > 1`;

/** Groups with kept rows on both sides, as `split_groups`. */
export const splitGroups = `SELECT group_key FROM placed WHERE fate = 'kept' AND group_key IS NOT NULL
GROUP BY group_key HAVING min(side) <> max(side)`;

export const fateCounts = 'SELECT side, fate, count(*) AS n FROM placed GROUP BY side, fate ORDER BY side, fate';

export const trainCounts = `SELECT count(*) AS train_rows, ${sumOf('nth_of_row > 1')} AS repeated_rows,
  ${sumOf('nth_of_prompt > 1')} AS repeated_prompts, count(DISTINCT template_key) AS templates
FROM placed WHERE ${isTrain}`;

export const promptCounts = `SELECT count(*) AS prompts, coalesce(sum(answers_differ), 0) AS answers_differ,
  coalesce(sum(labels_differ), 0) AS labels_differ,
  coalesce(sum(CASE WHEN answers_differ = 1 THEN prompt_rows - 1 ELSE 0 END), 0) AS other_answers FROM shared_prompts`;

export const classCounts = `SELECT label, ${sumOf(isTrain)} AS delivered_train, ${sumOf(isKeptTrain)} AS kept_train,
  ${sumOf(isKeptHoldout)} AS kept_holdout FROM placed WHERE fate <> 'outranked' GROUP BY label
ORDER BY label LIMIT ${classificationLabelsMax}`;

/** @param key of what is counted: `answer_key` or `template_key`. `first` finds the row that shows it. */
export function topOf(key: 'answer_key' | 'template_key'): string {
  return `SELECT count(*) AS n, min(place) AS first FROM placed WHERE ${isTrain}
GROUP BY ${key} ORDER BY n DESC, first LIMIT ${topShown}`;
}

/** Held-out rows whose prompt the training rows have: as delivered, and after assembling. */
export const leakCounts = `WITH trained AS (
  SELECT prompt_key, max(CASE WHEN fate = 'kept' THEN 1 ELSE 0 END) AS is_kept FROM placed WHERE ${isTrain}
  GROUP BY prompt_key)
SELECT count(*) AS holdout_rows, ${sumOf('t.prompt_key IS NOT NULL')} AS leaked,
  ${sumOf("h.fate = 'kept' AND t.is_kept = 1")} AS leaked_still,
  ${sumOf(`(h.flags & ${rowFlags.hasSystem}) <> 0`)} AS with_system,
  ${sumOf(`(h.flags & ${rowFlags.promptInSystem}) <> 0`)} AS in_system
FROM placed h LEFT JOIN trained t ON h.prompt_key = t.prompt_key
WHERE h.side = 'holdout' AND h.fate <> 'outranked'`;

export const groupCounts = `SELECT count(DISTINCT group_key) AS named,
  (SELECT count(*) FROM split_groups) AS on_both FROM placed WHERE fate = 'kept' AND group_key IS NOT NULL`;

export const flagCounts = `SELECT count(*) AS delivered, ${sumOf(hasFlag('answerInPrompt'))} AS answer_in_prompt,
  coalesce(sum(prompt_units), 0) AS prompt_units FROM placed WHERE fate <> 'outranked'`;

export const dayCounts = `SELECT day, count(*) AS n FROM placed WHERE fate = 'kept' AND day IS NOT NULL
GROUP BY day ORDER BY day`;

/** At most this many combinations of slices are looked at, the most frequent first. */
const slicesMax = 20_000;
export const sliceCounts = `SELECT slices, count(*) AS n FROM placed WHERE fate = 'kept' AND slices IS NOT NULL
GROUP BY slices ORDER BY n DESC, slices LIMIT ${slicesMax}`;

/** @param facts has `sentences`; a sentence that one row alone has is never boilerplate */
export function boilerplateCounts(dialect: Dialect, facts: string): string {
  return `WITH words AS (SELECT ${dialect.eachWord('sentences')} AS word FROM ${facts} WHERE sentences <> ''),
frequent AS (SELECT word, count(*) AS n FROM words GROUP BY word HAVING count(*) > 1
  AND count(*) > ${boilerplateRowShare} * (SELECT count(*) FROM placed))
SELECT count(*) AS sentences, coalesce(sum(n * CAST(split_part(word, '.', 2) AS BIGINT)), 0) AS units FROM frequent`;
}

export interface NotPermitted {
  /** Uploads whose licence or consent bars the use, by import id. */
  readonly originIds: readonly string[];
  /** Models whose vendors bar the use, as captured answers name them. */
  readonly models: readonly string[];
}

const listOf = (values: readonly string[]) => values.map((value) => `'${value.replaceAll("'", "''")}'`).join(', ');

function isBarred({ originIds, models }: NotPermitted): string {
  const barred = [
    ...(originIds.length === 0 ? [] : [`origin_id IN (${listOf(originIds)})`]),
    ...(models.length === 0 ? [] : [`(origin = 'exchange' AND model IN (${listOf(models)}))`]),
  ];
  return barred.length === 0 ? '1 = 0' : `coalesce(${barred.join(' OR ')}, false)`;
}

/** Valid rows by the first reason for which they are not trained on. */
export function lossCounts(notPermitted: NotPermitted): string {
  const reasons: Readonly<Record<RowLoss, string>> = {
    barred: isBarred(notPermitted),
    highPersonalData: hasFlag('highPersonalData'),
    secret: hasFlag('secret'),
    outranked: "fate = 'outranked'",
    repeatedTrain: "fate = 'repeated' AND side = 'train'",
    repeatedHoldout: "fate = 'repeated' AND side = 'holdout'",
    leaked: "fate = 'leaked'",
    heldOut: "side = 'holdout'",
    notLearnt: `side = 'train' AND ${hasFlag('notLearnt')}`,
    truncated: `side = 'train' AND ${hasFlag('truncated')}`,
    disliked: `side = 'train' AND ${hasFlag('disliked')}`,
  };
  const cases = rowLosses.map((loss) => `WHEN ${reasons[loss]} THEN '${loss}'`).join(' ');
  return `SELECT loss, count(*) AS n FROM (SELECT CASE ${cases} END AS loss FROM placed) AS judged
WHERE loss IS NOT NULL GROUP BY loss ORDER BY loss`;
}

/** Each count is of the rows that the one before it left. */
export function funnelCounts(notPermitted: NotPermitted): string {
  const permitted = `NOT (${isBarred(notPermitted)})`;
  const clean = `${permitted} AND (flags & ${rowFlags.highPersonalData | rowFlags.secret}) = 0`;
  const inBudget = `${clean} AND (flags & ${rowFlags.notLearnt}) = 0`;
  const trainable = `${inBudget} AND (flags & ${rowFlags.truncated | rowFlags.disliked}) = 0`;
  return `SELECT ${sumOf(permitted)} AS permitted, ${sumOf(clean)} AS clean, ${sumOf(inBudget)} AS in_budget,
  ${sumOf(trainable)} AS trainable FROM placed WHERE ${isKeptTrain}`;
}

/** What rows are shown for, by the check that shows them. */
export const sampleConditions = {
  U01: `${isTrain} AND nth_of_row > 1`,
  prompts: `${isTrain} AND nth_of_prompt > 1`,
  U02: `${isTrain} AND prompt_key IN (SELECT prompt_key FROM shared_prompts WHERE answers_differ = 1)`,
  B09: `${isTrain} AND prompt_key IN (SELECT prompt_key FROM shared_prompts WHERE labels_differ = 1)`,
  L01: `${isHoldout} AND prompt_key IN (SELECT prompt_key FROM placed WHERE ${isTrain})`,
  L04: `fate = 'kept' AND side = 'holdout' AND group_key IN (SELECT group_key FROM split_groups)`,
  L06: `fate <> 'outranked' AND ${hasFlag('answerInPrompt')}`,
  L07: `${isHoldout} AND ${hasFlag('promptInSystem')}`,
} as const;

export type SampleName = keyof typeof sampleConditions;

/** Fifty rows of those that show it, chosen by a hash of row and check: not by order, and the same on every engine. */
export function sampleOf(dialect: Dialect, name: SampleName): string {
  const key = `replace(${dialect.text('row_key')}, '-', '')`;
  const priority = dialect.sha256(`concat(${key}, ' ', origin_id, ' ', ${dialect.text('line_no')}, ' ${name}')`);
  return `SELECT place FROM (SELECT place, ${priority} AS priority FROM placed WHERE ${sampleConditions[name]}) AS shown
ORDER BY priority, place LIMIT 50`;
}
