// In how many days will so many more rows have come? Rows as a Poisson process whose rate is known by a gamma
// distribution (prior ½, 0): the waiting time for m more after N in T days has P(days ≤ t) = I_{t/(T + t)}(m, ½ + N).
import { betaQuantileOdds } from '../../kernel/beta-distribution.js';
import { negativeBinomialQuantile } from '../../kernel/negative-binomial.js';
import type { ForecastDays } from '../facts/power-facts.js';

const priorRows = 0.5;

export interface Waiting {
  /** Rows seen; need not be whole, since a quota may be a share of what came. */
  readonly rows: number;
  readonly days: number;
  readonly missing: number;
}

/** Days at a quantile of 0 to 1. RangeError without a single row missing or a day seen. */
export function daysAtQuantile({ rows, days, missing }: Waiting, quantile: number): number {
  return days * betaQuantileOdds(quantile, { alpha: missing, beta: priorRows + rows });
}

/** Null: not a row was seen, so there is no basis yet. */
export function daysUntil(waiting: Waiting): ForecastDays | null {
  if (waiting.missing <= 0) {
    return { p10: 0, p50: 0, p85: 0 };
  }
  if (waiting.rows <= 0 || waiting.days <= 0) {
    return null;
  }
  const at = (quantile: number) => daysAtQuantile(waiting, quantile);
  return { p10: at(0.1), p50: at(0.5), p85: at(0.85) };
}

/** Rows that the next days bring: negative binomial with r = ½ + N and p = T/(T + days). Null: not a row was seen. */
export function rowsWithin(
  nextDays: number,
  { rows, days }: Omit<Waiting, 'missing'>,
): { p5: number; p50: number; p95: number } | null {
  if (rows <= 0 || days <= 0) {
    return null;
  }
  const rate = { shape: priorRows + rows, chance: days / (days + nextDays) };
  const at = (quantile: number) => negativeBinomialQuantile(quantile, rate);
  return { p5: at(0.05), p50: at(0.5), p95: at(0.95) };
}
