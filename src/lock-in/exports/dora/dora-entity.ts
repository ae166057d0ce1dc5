// B_01.01: who keeps the register.
import { ageDaysOf } from '../../register/judging/believed-fact.js';
import type { ExportQuestion, ExportRow } from '../export.js';
import { rowsOfTemplate } from '../rows/export-rows.js';

export function doraEntity({
  entity: document,
  picture,
}: Pick<ExportQuestion, 'entity' | 'picture'>): readonly ExportRow[] {
  const entity = document?.entity ?? null;
  const said = (value: string | null) =>
    value === null || document === null
      ? { value: null }
      : { value, ageDays: ageDaysOf(document.at, picture.now), confidence: 0.5 };
  return rowsOfTemplate('B_01.01', 'entity', [
    { column: '0010', label: 'LEI of who keeps the register', known: said(entity?.lei ?? null) },
    { column: '0020', label: 'Name', known: said(entity?.name ?? null) },
    { column: '0030', label: 'Country', known: said(entity?.country ?? null) },
    { column: '0050', label: 'Competent authority', known: said(entity?.competentAuthority ?? null) },
  ]);
}
