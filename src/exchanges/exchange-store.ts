// Where captured calls are kept and counted. Written in batches by the gateway; read by people, by guardrails, by the
// ledger and by whoever assembles a data set.
import type { Arm, Exchange, ExchangeSummary } from './exchange.js';

export interface ExchangeQuery {
  readonly projectId: string;
  /** The id of the last exchange of the page before; null for the first page. */
  readonly after: string | null;
  readonly limit: number;
  readonly arm?: Arm;
}

export interface ExchangePage {
  /** Newest first. */
  readonly exchanges: readonly ExchangeSummary[];
  /** Hand in as `after` for the next page; null when this is the last. */
  readonly next: string | null;
}

/** Half open: `sinceMs` belongs to it, `untilMs` does not. */
export interface TallyQuery {
  readonly projectId: string;
  readonly attempt: number;
  readonly sinceMs: number;
  readonly untilMs: number;
}

export interface ArmTally {
  /** Calls that the arm could answer or fail: those that the client left early are not among them. */
  readonly exchanges: number;
  /** Of these: broken off, answered with an error status, unreachable or timed out. Rescued by a fallback or not. */
  readonly failures: number;
  /** Left early by the client: nothing is known of how they would have ended. */
  readonly clientClosed: number;
  /** Nearest-rank 95th percentile of the total time of successful calls; null when there was none. */
  readonly latencyMsP95: number | null;
}

export interface ExchangeTotals {
  /** Calls of clients: copies sent to a shadow are not among them. */
  readonly exchanges: number;
  readonly okExchanges: number;
  readonly failures: number;
  /** Of all calls, shadow included; null as soon as the cost of one that may have been billed is unknown. */
  readonly costNanoUsd: number | null;
  /** The lower bound: what is known to have been spent. */
  readonly pricedCostNanoUsd: number;
  /** Calls that may have been billed and whose cost is unknown. Errors and unreachable vendors are not billed. */
  readonly unpricedExchanges: number;
  readonly firstAt: number | null;
  readonly lastAt: number | null;
}

export abstract class ExchangeStore {
  /** All or nothing. An exchange that is already there is left as it is: a batch may be sent again. */
  abstract append(batch: readonly Exchange[]): Promise<void>;
  abstract list(query: ExchangeQuery): Promise<ExchangePage>;
  abstract find(projectId: string, id: string): Promise<Exchange | null>;
  /** Of chat completions alone. Shadow copies are not counted: nobody waited for them. */
  abstract tally(query: TallyQuery): Promise<Readonly<Record<Arm, ArmTally>>>;
  abstract totals(projectId: string): Promise<ExchangeTotals>;
  /**
   * What a data set can be made of, oldest first: whole chat completions that the incumbent answered well, with both
   * bodies. The caller pages by the last id and stops at a short page.
   */
  abstract trainable(query: { projectId: string; afterId: string | null; limit: number }): Promise<readonly Exchange[]>;
}
