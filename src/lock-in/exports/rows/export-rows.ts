// Makes rows of one template: a column, its label, and what is known.
import type { Statement } from '../../register/judging/register-statement.js';
import type { ExportQuestion, ExportRow } from '../export.js';

export type Known = Partial<Omit<ExportRow, 'arrangementId' | 'template' | 'column' | 'label'>> & {
  readonly value: ExportRow['value'];
};

export interface ColumnOfTemplate {
  readonly column: string;
  readonly label: string;
  readonly known: Known;
}

export function rowsOfTemplate(
  template: string,
  arrangementId: string,
  columns: readonly ColumnOfTemplate[],
): readonly ExportRow[] {
  return columns.map(({ column, label, known }) => ({
    arrangementId,
    template,
    column,
    label,
    code: null,
    factId: null,
    source: known.value === null ? ('nobody' as const) : ('register' as const),
    ageDays: null,
    confidence: null,
    ...known,
  }));
}

/** A statement as it is, with a code where one is defined for its value. */
export function coded(statement: Statement, codes: Readonly<Record<string, string>>): Known {
  return { ...statement, code: statement.value === null ? null : (codes[String(statement.value)] ?? null) };
}

/** Something that is derived from several facts: as sure as the least sure of them, as old as the oldest. */
export function derived(value: string | null, code: string | null, parts: readonly Statement[]): Known {
  const known = parts.filter((part) => part.value !== null);
  const ages = known.flatMap(({ ageDays }) => ageDays ?? []);
  const confidences = parts.map(({ confidence }) => confidence ?? 0);
  return {
    value,
    code,
    source: known.length === 0 ? 'nobody' : 'fact',
    factId: known.map(({ factId }) => factId).find((id) => id !== null) ?? null,
    ageDays: ages.length === 0 ? null : Math.max(...ages),
    confidence: confidences.length === 0 ? null : Math.min(...confidences),
  };
}

/** Words of a list as one cell; null for an empty one. */
export function listed(words: readonly string[]): string | null {
  return words.length === 0 ? null : words.join('; ');
}

export type RowsOf = (question: ExportQuestion) => readonly ExportRow[];
