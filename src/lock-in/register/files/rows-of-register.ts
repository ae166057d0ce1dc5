// Every row of one export, over all arrangements.
import type { ExportRow, RegisterExport } from '../../exports/export.js';
import type { ProjectPicture } from '../project-picture.js';
import type { Register } from '../register-document.js';

/** Rows of all arrangements, after those of who keeps the register. */
export function rowsOfRegister(
  { rowsOf, rowsOfEntity }: RegisterExport,
  { entity, arrangements }: Register,
  picture: ProjectPicture,
): readonly ExportRow[] {
  return [
    ...(rowsOfEntity?.({ entity, picture }) ?? []),
    ...arrangements.flatMap((document) => rowsOf({ entity, document, picture })),
  ];
}
