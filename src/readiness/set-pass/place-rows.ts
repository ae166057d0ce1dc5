// The statements that decide for each row on which side it stands and whether it is kept. The hold-out is never changed
// for the sake of the training rows; it is the training rows that give way. The result does not depend on the order in
// which the rows are read: wherever one of several is chosen, it is the first in canonical order.
import { trainParts } from '../rows/split-of.js';
import type { Dialect } from './dialect.js';

/** Columns of a row's facts that joining needs; texts stay where they are. */
const numbers = ['words', 'prompt_units', 'answer_units', 'flags', 'trainable_tokens'] as const;
const texts = ['declared_split', 'origin', 'origin_id', 'label', 'model', 'group_key', 'day', 'slices'] as const;
const keys = ['row_key', 'prompt_key', 'answer_key'] as const;

/** All of a row that decides on its side, its fate and its place. */
export const assembledBy = [
  'id',
  'row_key',
  'prompt_key',
  'declared_split',
  'origin',
  'origin_id',
  'line_no',
  'split_part',
] as const;

/** @param source has the fact columns and `id`, a whole number by which a row is found again */
export function compactRows(dialect: Dialect, source: string): string {
  const compact = keys.map((key) => `${dialect.key(key)} AS ${key}`);
  const columns = [
    'id',
    ...compact,
    ...texts,
    ...numbers,
    'template_key',
    'split_part',
    'coalesce(line, 0) AS line_no',
  ];
  return `SELECT ${columns.join(', ')}, line FROM ${source}`;
}

/** Imports before traffic, then by arrival, then by line: the first of equals is kept. */
const canonicalOrder = "CASE WHEN origin = 'import' THEN 0 ELSE 1 END, origin_id, line_no, row_key, declared_split, id";

/**
 * Where somebody brought a hold-out, nothing is dealt to it. The incumbent's own answers judge only where there is
 * nothing else: compared on them it would always be right.
 */
export function sidedRows(rows: string): string {
  return `WITH brought AS (
  SELECT coalesce(max(CASE WHEN declared_split = 'holdout' THEN 1 ELSE 0 END), 0) AS has_holdout,
    coalesce(max(CASE WHEN origin = 'import' THEN 1 ELSE 0 END), 0) AS has_import FROM ${rows}),
imported AS (SELECT DISTINCT prompt_key AS imported_key FROM ${rows} WHERE origin = 'import')
SELECT r.id, r.row_key, r.prompt_key, r.declared_split,
  CASE WHEN r.declared_split <> 'auto' THEN r.declared_split
    WHEN b.has_holdout = 1 OR (r.origin = 'exchange' AND b.has_import = 1) THEN 'train'
    WHEN r.split_part < ${trainParts} THEN 'train' ELSE 'holdout' END AS side,
  CASE WHEN r.origin = 'exchange' AND i.imported_key IS NOT NULL THEN 1 ELSE 0 END AS outranked,
  row_number() OVER (ORDER BY ${canonicalOrder}) AS place
FROM ${rows} r CROSS JOIN brought b LEFT JOIN imported i ON r.prompt_key = i.imported_key`;
}

/** What somebody declared as hold-out stays, but for identical rows; what the hash dealt there is kept once per prompt. */
export function fatedRows(sided: string): string {
  return `WITH held AS (SELECT DISTINCT prompt_key AS held_key FROM ${sided} WHERE side = 'holdout' AND outranked = 0),
ranked AS (
  SELECT id, prompt_key, declared_split, side, outranked, place,
    row_number() OVER (PARTITION BY outranked, side, prompt_key ORDER BY place) AS nth_of_prompt,
    min(place) OVER (PARTITION BY outranked, side, prompt_key) AS first_place,
    row_number() OVER (PARTITION BY outranked, side, row_key ORDER BY place) AS nth_of_row FROM ${sided})
SELECT r.id, r.side, r.place, r.first_place, r.nth_of_prompt, r.nth_of_row,
  CASE WHEN r.outranked = 1 THEN 'outranked'
    WHEN r.side = 'train' AND r.nth_of_prompt > 1 THEN 'repeated'
    WHEN r.side = 'train' AND h.held_key IS NOT NULL THEN 'leaked'
    WHEN r.side = 'train' THEN 'kept'
    WHEN r.nth_of_row > 1 OR (r.declared_split = 'auto' AND r.nth_of_prompt > 1) THEN 'repeated'
    ELSE 'kept' END AS fate
FROM ranked r LEFT JOIN held h ON r.prompt_key = h.held_key`;
}

/** All that is known of a row beside its texts, with its side and its fate. */
export function placedRows(rows: string, fated: string): string {
  return `SELECT r.*, f.side, f.fate, f.place, f.first_place, f.nth_of_prompt, f.nth_of_row FROM ${rows} r JOIN ${fated} f ON r.id = f.id`;
}

/** Rows whose side or fate differs between two assemblies: rows that are alike in all that is asked count as one another. */
export function movedRows(one: string, other: string): string {
  const standing = (table: string) => `SELECT r.row_key, r.origin_id, r.line_no, r.declared_split, f.side, f.fate
FROM compact r JOIN ${table} f ON r.id = f.id`;
  return `SELECT count(*) AS moved FROM (${standing(one)} EXCEPT ALL ${standing(other)}) AS difference`;
}
