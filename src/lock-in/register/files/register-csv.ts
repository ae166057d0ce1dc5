// The register as a table: one row for each field of each arrangement, with what the field rests on.
import { csvText } from '../../../kernel/csv-text.js';
import type { ExportRow } from '../../exports/export.js';

const columns = [
  'arrangement',
  'template',
  'column',
  'label',
  'value',
  'code',
  'fact_id',
  'source',
  'age_days',
  'confidence',
] as const;

/** UTF-8 without a mark, RFC 4180, first line the names. An empty value is: not known. */
export function registerCsv(rows: readonly ExportRow[]): string {
  const lines = rows.map((row) => [
    row.arrangementId,
    row.template,
    row.column,
    row.label,
    row.value,
    row.code,
    row.factId,
    row.source,
    row.ageDays,
    row.confidence === null ? null : Number(row.confidence.toFixed(3)),
  ]);
  return csvText([columns, ...lines]);
}
