// Where do the rows of a project come from, and which models do they name as authors of their answers? It decides whether
// they may be trained on.

export interface RowOrigin {
  readonly origin: 'import' | 'exchange';
  /** Import id; null for captured rows, which are counted together. */
  readonly importId: string | null;
  /** As the rows name it; null: they name none. */
  readonly model: string | null;
  readonly rows: number;
}

export abstract class RowOrigins {
  /** Rows of withdrawn uploads are not counted; edits of curation are not looked at. */
  abstract of(projectId: string): Promise<readonly RowOrigin[]>;
}
