// The one row that a poll of readiness reads: a document made when something changes, so that reading it costs the same
// whatever the size of the data.

export interface StatusRow {
  readonly projectId: string;
  /** JSON text, as it is answered. */
  readonly document: string;
  readonly updatedAt: number;
}

export abstract class StatusRowStore {
  /** Null: nothing was ever measured. */
  abstract read(projectId: string): Promise<StatusRow | null>;
  /** An older document never replaces a newer one. */
  abstract write(row: StatusRow): Promise<void>;
}
