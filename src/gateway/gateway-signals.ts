// What the gateway lets its operators know while it runs. Counting and logging must never fail or slow a call.
import type { Arm, Route } from '../exchanges/exchange.js';

/** Why something was not kept. `queue-full`: drop-oldest. `shadow-busy`: too many copies were under way. */
export type DropReason = 'queue-full' | 'shadow-busy' | 'shutdown';

export interface AnsweredCall {
  readonly arm: Arm;
  readonly route: Route;
  readonly status: number;
  readonly overheadMs: number;
}

export abstract class GatewaySignals {
  abstract answered(call: AnsweredCall): void;
  abstract fellBack(): void;
  abstract dropped(reason: DropReason, count: number): void;
  /** Something failed that no caller sees; `words` say what it means for the operator. */
  abstract troubled(error: unknown, words: string): void;
}
