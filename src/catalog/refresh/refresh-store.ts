// Where refreshes, their changes and the rows that came of them are kept.
import type { Reading } from './reading.js';
import type { ChangeState, ChangeVerdict, Refresh, RefreshChange } from './refresh.js';

export interface ChangeQuery {
  readonly refreshId: string;
  readonly verdict: ChangeVerdict | null;
  readonly state: ChangeState | null;
  /** Numbers above this one; 0 from the start. */
  readonly after: number;
  readonly limit: number;
}

export interface Decision {
  readonly refresh: Refresh;
  readonly by: string;
  readonly at: number;
  readonly reason: string | null;
  readonly applied: readonly RefreshChange[];
  readonly rejected: readonly number[];
  readonly stale: readonly number[];
}

export abstract class RefreshStore {
  /** Keeps the reading as the source's last one and, with it, the refresh and its changes. */
  abstract add(refresh: Refresh, parts: { reading: Reading; changes: readonly RefreshChange[] }): Promise<void>;
  abstract find(id: string): Promise<Refresh | null>;
  /** Newest first; `before` is the id of the last one of the page before. */
  abstract list(page: { before: string | null; limit: number }): Promise<readonly Refresh[]>;
  abstract changes(query: ChangeQuery): Promise<readonly RefreshChange[]>;
  /** The last reading of each source. */
  abstract readings(): Promise<readonly Reading[]>;
  /**
   * Writes the decision and the rows of what is let in, in one transaction, and closes the refresh when nothing waits any
   * more. False, with nothing written, when one of the changes was decided by somebody else in between.
   */
  abstract settle(decision: Decision): Promise<boolean>;
}
