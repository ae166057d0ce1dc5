// What a vendor billed, as somebody imported it: the only sight of traffic that does not go through the gateway.
import type { InvoiceFacts } from '../measurement.js';
import type { TrafficDay } from '../traffic/traffic-store.js';

export interface InvoiceLine {
  /** The connection's name, as captured calls have it. */
  readonly vendor: string;
  /** Null: of all models. */
  readonly model: string | null;
  /** ms; half open. */
  readonly fromAt: number;
  readonly untilAt: number;
  readonly calls: number | null;
  /** Null: the invoice does not tell. */
  readonly inputTokens: number | null;
  readonly outputTokens: number | null;
  readonly amount: number;
  /** ISO 4217. */
  readonly currency: string;
}

export interface Invoice {
  readonly id: string;
  readonly projectId: string;
  readonly fromAt: number;
  readonly untilAt: number;
  readonly lines: readonly InvoiceLine[];
  readonly createdBy: string;
  readonly createdAt: number;
}

/**
 * All invoices of the window beside what was captured in the period of each line. A line of which more was captured than
 * billed does not make up for another that was bypassed. Null where there are none.
 *
 * @param invoices newest first; of lines that say the same vendor, model and period the newest counts
 */
export function invoiceFacts(invoices: readonly Invoice[], days: readonly TrafficDay[]): InvoiceFacts | null {
  const [newest] = invoices;
  const lines = newestLines(invoices);
  if (newest === undefined || lines.length === 0) {
    return null;
  }
  const seen = lines.map((line) => ({ line, captured: capturedOf(line, days) }));
  const counted = seen.filter(({ line }) => line.inputTokens !== null && line.outputTokens !== null);
  const tokensOf = (line: InvoiceLine) => (line.inputTokens ?? 0) + (line.outputTokens ?? 0);
  const withCalls = seen.filter(({ line }) => line.calls !== null);
  return {
    id: newest.id,
    fromAt: Math.min(...lines.map((line) => line.fromAt)),
    untilAt: Math.max(...lines.map((line) => line.untilAt)),
    invoicedTokens: sum(counted, ({ line }) => tokensOf(line)),
    capturedTokens: sum(counted, ({ line, captured }) => Math.min(tokensOf(line), captured.tokens)),
    invoicedCalls: withCalls.length === 0 ? null : sum(withCalls, ({ line }) => line.calls ?? 0),
    capturedCalls: sum(withCalls, ({ line, captured }) => Math.min(line.calls ?? 0, captured.calls)),
    spendByVendor: spendByVendor(lines),
  };
}

function newestLines(invoices: readonly Invoice[]): readonly InvoiceLine[] {
  const byPeriod = new Map<string, InvoiceLine>();
  for (const line of invoices.flatMap((invoice) => invoice.lines)) {
    const key = JSON.stringify([line.vendor, line.model, line.fromAt, line.untilAt]);
    byPeriod.set(key, byPeriod.get(key) ?? line);
  }
  return [...byPeriod.values()];
}

function capturedOf(line: InvoiceLine, days: readonly TrafficDay[]): { calls: number; tokens: number } {
  const within = days.filter(({ day }) => {
    const at = Date.parse(`${day}T00:00:00Z`);
    return at >= line.fromAt && at < line.untilAt;
  });
  const groups = within
    .flatMap(({ state }) => Object.values(state.lines))
    .filter((one) => one.vendor === line.vendor)
    .filter((one) => line.model === null || line.model === one.modelServed || line.model === one.modelAsked);
  return {
    calls: sum(groups, (one) => one.calls),
    tokens: sum(groups, (one) => one.inputTokens + one.outputTokens),
  };
}

/** Empty where the lines are in several currencies: shares of sums in different money are none. */
function spendByVendor(lines: readonly InvoiceLine[]): Record<string, number> {
  const spend: Record<string, number> = {};
  if (new Set(lines.map((line) => line.currency)).size > 1) {
    return spend;
  }
  for (const { vendor, amount } of lines) {
    spend[vendor] = (spend[vendor] ?? 0) + amount;
  }
  return spend;
}

function sum<Item>(items: readonly Item[], of: (item: Item) => number): number {
  return items.reduce((total, item) => total + of(item), 0);
}
