// Where the days of traffic are kept, and how far the calls have been read.
import type { TrafficState } from './traffic-state.js';

export interface TrafficCursor {
  /** 0: nothing was read yet. */
  readonly revision: number;
  readonly newestId: string;
  /** When the newest call came in, ms. */
  readonly newestAt: number;
  /** By id of the signal, ms: over all time, not only over the days that are folded. */
  readonly firstSeenAt: Readonly<Record<string, number>>;
}

export interface TrafficDay {
  /** ISO day, UTC. */
  readonly day: string;
  readonly state: TrafficState;
}

export interface TrafficBatch {
  readonly projectId: string;
  /** As it was read: another one means that somebody else read meanwhile. */
  readonly before: TrafficCursor;
  readonly after: TrafficCursor;
  /** Ids of the batch that may come again: those within the overlap of the new cursor. */
  readonly remembered: readonly string[];
  /** Ids smaller than this one are forgotten: they do not come again. */
  readonly forgetBefore: string;
  /** What the batch adds, by day. */
  readonly days: readonly TrafficDay[];
  readonly at: number;
}

export abstract class TrafficStore {
  abstract cursor(projectId: string): Promise<TrafficCursor>;
  /** Ids that were read and may come again: those within the overlap of the cursor. */
  abstract remembered(projectId: string): Promise<ReadonlySet<string>>;
  /** Whole or not at all; false: the cursor has moved, nothing was written. */
  abstract add(batch: TrafficBatch): Promise<boolean>;
  /** From `fromDay` on, both ends included, in order. */
  abstract days(query: { projectId: string; fromDay: string; untilDay: string }): Promise<readonly TrafficDay[]>;
}

export const unreadCursor: TrafficCursor = { revision: 0, newestId: '', newestAt: 0, firstSeenAt: {} };
