// The one row of a project that polls, gauges and boards read. Written whole by each measurement.

export interface LockInStatus {
  readonly projectId: string;
  readonly measuredAt: number;
  readonly score: number;
  readonly low: number;
  readonly high: number;
  readonly confidence: number;
  /** Null: not assessed, to be treated like high. */
  readonly band: string | null;
  /** Of the worst model in use; negative: it is over; null: nothing is known. */
  readonly daysToShutdown: number | null;
  /** The vendor ends the model before one can have left. */
  readonly isForced: boolean;
}

export interface LockInStatusRow extends LockInStatus {
  /** The document as it is answered. */
  readonly document: string;
}

export abstract class LockInStatusStore {
  abstract read(projectId: string): Promise<LockInStatusRow | null>;
  /** An older measurement does not take the place of a newer one. */
  abstract write(row: LockInStatusRow): Promise<void>;
  /** Without documents, of at most that many projects, the newest measured first. */
  abstract newest(limit: number): Promise<readonly LockInStatus[]>;
  /** Of the given projects, those measured at or after that time. */
  abstract measuredSince(projectIds: readonly string[], since: number): Promise<ReadonlySet<string>>;
}
