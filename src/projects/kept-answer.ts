// An answer that is kept for repeats of the request that it was given to.
import type { IdempotencyRecord } from './project-store.js';

const hourMs = 3_600_000;

type Answer = Omit<IdempotencyRecord, 'createdAt' | 'expiresAt'>;

/** @param now milliseconds since the epoch */
export function keptAnswer(
  answer: Answer,
  { now, retentionHours }: { now: number; retentionHours: number },
): IdempotencyRecord {
  return { ...answer, createdAt: now, expiresAt: now + retentionHours * hourMs };
}
