// The rows that fail, as a table for whoever has to mend them. Excerpts are masked already.
import { csvText } from '../../kernel/csv-text.js';
import type { CheckOutcome } from '../check.js';
import type { EvidenceRow } from '../judging/evidence-sample.js';
import type { Finding } from './readiness-report.js';

const columns = ['check', 'name', 'outcome', 'row_key', 'origin', 'origin_id', 'file', 'line', 'excerpt'] as const;
const shown: readonly CheckOutcome[] = ['fail', 'warn', 'waived', 'inconclusive', 'error'];

/** Files by import id; an id that is not in it leaves the cell empty. */
export type FileNames = ReadonlyMap<string, string>;

/** Import ids that the rows of a report name. */
export function importsNamed(findings: readonly Finding[]): string[] {
  const rows = findings.filter(({ outcome }) => shown.includes(outcome)).flatMap(({ evidence }) => evidence);
  return [...new Set(rows.filter(({ origin }) => origin === 'import').map(({ originId }) => originId))].sort();
}

/** RFC 4180: comma, double quotes, CRLF. Up to fifty rows for each check, as the report holds them. */
export function failingRowsCsv(findings: readonly Finding[], files: FileNames): string {
  const rows = findings
    .filter(({ outcome }) => shown.includes(outcome))
    .flatMap((finding) => finding.evidence.map((row) => cellsOf(finding, row, files)));
  return csvText([columns, ...rows]);
}

function cellsOf(finding: Finding, row: EvidenceRow, files: FileNames): string[] {
  const { rowKey, origin, originId, line, excerpt } = row;
  return [
    finding.checkId,
    finding.name,
    finding.outcome,
    rowKey ?? '',
    origin,
    originId,
    files.get(originId) ?? '',
    line === null ? '' : String(line),
    excerpt,
  ];
}
