// The shape of an export of the register: one text of rules, and how its fields are filled. To add one: a file in this
// folder and a line in all-exports.ts. The service fills values; who files a package does so with a tool of its own, since
// packages and taxonomies change. A value of which nothing is known is never given a positive code.
import type { ProjectPicture } from '../register/project-picture.js';
import type { ArrangementDocument, EntityDocument } from '../register/register-document.js';

/** One field of one arrangement. */
export interface ExportRow {
  /** `entity` for fields of who keeps the register. */
  readonly arrangementId: string;
  /** Template or section, such as `B_07.01`. */
  readonly template: string;
  readonly column: string;
  /** What the column holds, in our words. */
  readonly label: string;
  /** Null: not known. */
  readonly value: string | number | null;
  readonly code: string | null;
  readonly factId: string | null;
  /** `register`, `fact`, `measured`, `override`, `nobody`. */
  readonly source: RowSource;
  readonly ageDays: number | null;
  /** 0 to 1, of what the value rests on; null: on nothing. */
  readonly confidence: number | null;
}

export type RowSource = 'register' | 'fact' | 'measured' | 'override' | 'nobody';

export interface ExportQuestion {
  readonly entity: EntityDocument | null;
  readonly document: ArrangementDocument;
  readonly picture: ProjectPicture;
}

export interface RegisterExport {
  readonly id: string;
  readonly title: string;
  /** The text that asks for it. */
  readonly source: string;
  /** Of who keeps the register, once for all arrangements; absent: the text asks for nothing of the kind. */
  rowsOfEntity?(question: Pick<ExportQuestion, 'entity' | 'picture'>): readonly ExportRow[];
  rowsOf(question: ExportQuestion): readonly ExportRow[];
}
