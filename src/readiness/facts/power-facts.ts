// How sharp will the comparison be, and when will the rows be enough?

/** Days from now: half of the cases are within p50, 85 of 100 within p85. */
export interface ForecastDays {
  readonly p10: number;
  readonly p50: number;
  readonly p85: number;
}

export interface QuotaForecast {
  /** Such as `training rows`, `class card_arrival`, `held-out rows`. */
  readonly quota: string;
  readonly have: number;
  readonly need: number;
  /** Days from now: median and the interval from 10 to 85 %; null: no basis yet. */
  readonly days: ForecastDays | null;
}

/**
 * `poisson`: rows come evenly, at a rate that is known as well as the days seen allow. `bootstrap`: days differ more than
 * chance explains, so weeks of the past are dealt again. `none`: no usable row came in the window that is looked at.
 */
export type ForecastMethod = 'poisson' | 'bootstrap' | 'none';

export interface PowerFacts {
  /** Of the policy, as a share. */
  readonly margin: number | null;
  readonly alpha: number;
  readonly power: number;
  /** Share of pairs on which the two models differ: measured, or the assumption that is named. */
  readonly discordance: number;
  readonly isDiscordanceMeasured: boolean;
  /** Held-out pairs needed at that discordance; null: no margin. */
  readonly requiredHoldoutRows: number | null;
  /** The margin that the hold-out of today can show; null: none. */
  readonly reachableMargin: number | null;
  readonly forecasts: readonly QuotaForecast[];
  /** When all of them are met, simulated jointly; null or left out: no basis yet. */
  readonly allQuotas?: ForecastDays | null;
  /** Usable rows a day over the window; null or left out: none came. */
  readonly rowsPerDay?: number | null;
  readonly forecastMethod?: ForecastMethod;
  /** Usable rows of the next 30 days, 5 to 95 %; null or left out: none came, or the days are too uneven to tell. */
  readonly rowsInThirtyDays?: { readonly p5: number; readonly p50: number; readonly p95: number } | null;
}
