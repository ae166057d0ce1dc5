import type { Job } from './job.js';

/** The side of the outbox from which work is taken. */
export abstract class OutboxReader {
  /** What to call when a message has been committed in this process. */
  abstract onMessage(wake: () => void): void;
  /** Takes up to `limit` due messages of these topics for `leaseMs`; nobody else gets them until then. */
  abstract lease(topics: readonly string[], limit: number, leaseMs: number): Promise<Job[]>;
  abstract renew(ids: readonly string[], leaseMs: number): Promise<void>;
  abstract done(id: string): Promise<void>;
  abstract retryAt(id: string, availableAt: number, error: string | null): Promise<void>;
  /** How many messages are there, leased ones included. */
  abstract waiting(): Promise<number>;
}
