// What the vendors billed in the last twelve months, from imported invoices in USD. Months without an invoice and lines in
// other money make it a lower bound: it is never more than was billed.
import { dayMs } from '../in-words.js';
import type { Invoice } from '../invoices/invoice.js';
import type { AnnualExpense } from './project-picture.js';

export const yearMs = 365 * dayMs;

/** @param invoices newest first. Null where none is in USD. */
export function annualExpense(invoices: readonly Invoice[], now: number): AnnualExpense | null {
  const byPeriod = new Map<string, Invoice['lines'][number]>();
  for (const line of invoices.flatMap(({ lines }) => lines).filter((one) => one.untilAt > now - yearMs)) {
    const key = JSON.stringify([line.vendor, line.model, line.fromAt, line.untilAt]);
    byPeriod.set(key, byPeriod.get(key) ?? line);
  }
  const lines = [...byPeriod.values()];
  const inUsd = lines.filter(({ currency }) => currency === 'USD');
  if (inUsd.length === 0) {
    return null;
  }
  const fromAt = Math.min(...inUsd.map((one) => one.fromAt));
  const untilAt = Math.max(...inUsd.map((one) => one.untilAt));
  const isWholeYear = untilAt - fromAt >= yearMs - 7 * dayMs;
  return {
    amountUsd: inUsd.reduce((sum, { amount }) => sum + amount, 0),
    fromAt,
    untilAt,
    isLowerBound: !isWholeYear || inUsd.length < lines.length,
  };
}
