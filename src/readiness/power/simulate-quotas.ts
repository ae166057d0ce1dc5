// When are all quotas met? They wait for the same traffic, so they are simulated jointly: in each simulation the rate and
// the shares are drawn once, and the slowest quota decides. Where days are uneven, weeks of the past are dealt again with
// their weekdays kept, so that weekends and gaps come back as they were.
import type { ForecastDays } from '../facts/power-facts.js';
import { type Arrivals, areDaysUneven } from './arrivals.js';
import { SeededDraws } from './seeded-draws.js';

const simulations = 1_000;
const seed = 20_260_101;
const blockDays = 7;
/** Ten years: what takes longer has no date. */
const horizonDays = 3_650;

export interface SimulatedQuota {
  readonly missing: number;
  /** Rows of this kind among the arrivals; need not be whole. More than 0. */
  readonly rowsSeen: number;
}

export interface QuotaSimulation {
  /** In the order of the quotas; null beyond ten years. */
  readonly days: readonly (ForecastDays | null)[];
  readonly all: ForecastDays | null;
}

/** Needs at least one row among the arrivals. */
export function simulateQuotas(quotas: readonly SimulatedQuota[], arrivals: Arrivals): QuotaSimulation {
  const draws = new SeededDraws(seed);
  const waits = areDaysUneven(arrivals) ? dealtWeeks : evenRate;
  const byQuota = quotas.map(() => new Float64Array(simulations));
  const all = new Float64Array(simulations);
  for (let run = 0; run < simulations; run += 1) {
    const rows = quotas.map((quota) => rowsNeeded(quota, { arrivals, draws }));
    const days = waits(rows, { arrivals, draws });
    for (const [at, wait] of days.entries()) {
      (byQuota[at] as Float64Array)[run] = wait;
    }
    all[run] = Math.max(0, ...days);
  }
  return { days: byQuota.map(quantilesOf), all: quantilesOf(all) };
}

interface Drawing {
  readonly arrivals: Arrivals;
  readonly draws: SeededDraws;
}

/** Usable rows of any kind that have to come; the share is drawn from what its counts allow. */
function rowsNeeded({ missing, rowsSeen }: SimulatedQuota, { arrivals, draws }: Drawing): number {
  const others = Math.max(0, arrivals.rows - rowsSeen);
  if (missing <= 0 || others === 0) {
    return Math.max(0, missing);
  }
  const [own, rest] = [draws.gamma(rowsSeen + 0.5), draws.gamma(others + 0.5)];
  return draws.rowsUntil(missing, own / (own + rest));
}

/** The rate is drawn from what the rows and the days seen allow; then each quota waits at that rate. */
function evenRate(rows: readonly number[], { arrivals, draws }: Drawing): number[] {
  const perDay = draws.gamma(arrivals.rows + 0.5) / arrivals.days;
  return rows.map((wanted) => (wanted <= 0 ? 0 : draws.gamma(wanted) / perDay));
}

function dealtWeeks(rows: readonly number[], { arrivals, draws }: Drawing): number[] {
  const most = Math.max(0, ...rows);
  const reached: number[] = [];
  let sum = 0;
  while (sum < most && reached.length < horizonDays) {
    for (const count of dealtWeek((arrivals.todaysWeekday + reached.length) % 7, { arrivals, draws })) {
      sum += count;
      reached.push(sum);
    }
  }
  return rows.map((wanted) => dayOf(wanted, reached));
}

/** Days with their fraction until a sum is reached; Infinity where it is not. */
function dayOf(wanted: number, reached: readonly number[]): number {
  if (wanted <= 0) {
    return 0;
  }
  const day = reached.findIndex((sum) => sum >= wanted);
  if (day < 0) {
    return Number.POSITIVE_INFINITY;
  }
  const before = reached[day - 1] ?? 0;
  return day + (wanted - before) / ((reached[day] ?? wanted) - before);
}

/** Seven successive days of the past that begin on the weekday asked for; any seven where no such week is whole. */
function dealtWeek(weekday: number, { arrivals: { wholeDays, firstWeekday }, draws }: Drawing): readonly number[] {
  const starts = wholeDays.length - blockDays + 1;
  const first = (weekday - firstWeekday + 7) % 7;
  const aligned = first < starts ? Math.ceil((starts - first) / 7) : 0;
  const start = aligned > 0 ? first + 7 * draws.below(aligned) : draws.below(starts);
  return wholeDays.slice(start, start + blockDays);
}

function quantilesOf(values: Float64Array): ForecastDays | null {
  const sorted = Float64Array.from(values).sort();
  const at = (quantile: number) => sorted[Math.floor(quantile * (sorted.length - 1))] ?? 0;
  const days = { p10: at(0.1), p50: at(0.5), p85: at(0.85) };
  return days.p85 > horizonDays ? null : days;
}
