import type { FeedEntry } from './feed-event.js';
import type { FeedPosition } from './feed-position.js';

export interface FeedQuery {
  readonly after: FeedPosition;
  /** Only what comes before this epoch. */
  readonly beforeEpoch: number;
  readonly projects: 'all' | readonly string[];
  /** Only what happened at this time or later, in milliseconds; null for any time. */
  readonly sinceMs: number | null;
  readonly limit: number;
}

/** The steps of all projects in one order that never changes behind a reader. */
export abstract class FeedStore {
  /**
   * Right after the newest event that is settled: every event before it can be read now, and none will ever be added
   * there. A transaction that commits late is never passed by.
   */
  abstract end(): Promise<FeedPosition>;
  abstract read(query: FeedQuery): Promise<FeedEntry[]>;
}
