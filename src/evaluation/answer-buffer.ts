// Saves answers in lots: at most once a second, so that a crash costs a second of asking and the store is left alone.
import { failuresAllowed } from './evaluation-evidence.js';
import type { EvaluationItem } from './evaluation-record.js';
import type { EvaluationItemStore } from './evaluation-store.js';

const saveEveryMs = 1000;
const itemsHeldMax = 200;

export interface BufferStart {
  readonly evaluationId: string;
  /** Rows in all. */
  readonly rows: number;
  /** Items that an earlier try has saved. */
  readonly before: readonly EvaluationItem[];
  readonly startedAt: number;
}

export class AnswerBuffer {
  private held: EvaluationItem[] = [];
  private added = 0;
  private failures: number;
  private savedAt: number;
  private isRunning = true;

  constructor(
    private readonly store: EvaluationItemStore,
    private readonly start: BufferStart,
  ) {
    this.failures = start.before.filter((item) => item.problem !== null).length;
    this.savedAt = start.startedAt;
  }

  /** False when no further answer is wanted: the evaluation was cancelled, or too many answers have failed. */
  async add(item: EvaluationItem, now: number): Promise<boolean> {
    this.held.push(item);
    this.added += 1;
    this.failures += item.problem === null ? 0 : 1;
    if (now - this.savedAt >= saveEveryMs || this.held.length >= itemsHeldMax) {
      await this.flush(now);
    }
    return this.isRunning && this.failures <= failuresAllowed(this.start.rows);
  }

  /** Saves what is held. Rejects when the store does. */
  async flush(now: number): Promise<void> {
    const items = this.held;
    this.held = [];
    this.savedAt = now;
    const { evaluationId, rows, before, startedAt } = this.start;
    const done = before.length + this.added;
    const secondsPerRow = this.added === 0 ? null : (now - startedAt) / 1000 / this.added;
    const etaSeconds = secondsPerRow === null ? null : secondsPerRow * Math.max(0, rows - done);
    const share = rows === 0 ? 1 : Math.min(1, done / rows);
    this.isRunning = (await this.store.add(evaluationId, items, { share, etaSeconds })) && this.isRunning;
  }
}
