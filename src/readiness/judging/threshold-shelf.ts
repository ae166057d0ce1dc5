// The limits of all checks as they are written, read once at the start.
import type { WrittenLimits, WrittenThresholds } from './thresholds.js';

export class ThresholdShelf {
  constructor(readonly written: WrittenThresholds) {}

  /** Null: the check has no limits written, and judging by it throws. */
  of(checkId: string): WrittenLimits | null {
    return Object.hasOwn(this.written, checkId) ? (this.written[checkId] ?? null) : null;
  }
}
