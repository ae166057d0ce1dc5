// How fast do usable rows come from traffic? Looked at over the last eight weeks, days without a row included: a rate from
// before traffic stopped is not today's rate.
const dayMs = 86_400_000;
const windowDays = 56;
/** Less than an hour of traffic says nothing about a day. */
const daysSeenMin = 1 / 24;
/** Days are called uneven from this ratio of variance to mean on; a Poisson process has 1. */
const unevenRatio = 1.5;
const wholeDaysMin = 7;

export interface ArrivalQuestion {
  /** Usable captured rows by calendar day (UTC): ISO date to count. */
  readonly rowsByDay: Readonly<Record<string, number>>;
  /** When traffic was first captured, ms; null: never. */
  readonly firstAt: number | null;
  readonly now: number;
}

export interface Arrivals {
  /** Rows within the window. */
  readonly rows: number;
  /** Length of the window so far, in days. */
  readonly days: number;
  /** Rows of each whole day in it, oldest first; the first day and today are left out where they are partial. */
  readonly wholeDays: readonly number[];
  /** Weekday of the first whole day, 0 to 6. */
  readonly firstWeekday: number;
  /** Weekday of today. */
  readonly todaysWeekday: number;
}

/** Null where nothing was ever captured. */
export function arrivalsOf({ rowsByDay, firstAt, now }: ArrivalQuestion): Arrivals | null {
  if (firstAt === null || firstAt > now) {
    return null;
  }
  const today = Math.floor(now / dayMs);
  const from = Math.max(firstAt, now - windowDays * dayMs);
  const firstDay = Math.floor(from / dayMs);
  const firstWhole = Math.ceil(from / dayMs);
  const rowsOn = (day: number) => rowsByDay[new Date(day * dayMs).toISOString().slice(0, 10)] ?? 0;
  let rows = 0;
  const wholeDays: number[] = [];
  for (let day = firstDay; day <= today; day += 1) {
    rows += rowsOn(day);
    if (day >= firstWhole && day < today) {
      wholeDays.push(rowsOn(day));
    }
  }
  const days = Math.max((now - from) / dayMs, daysSeenMin);
  return { rows, days, wholeDays, firstWeekday: weekdayOf(firstWhole), todaysWeekday: weekdayOf(today) };
}

/** Day 0 of the epoch was a Thursday; 0 is Sunday. */
function weekdayOf(day: number): number {
  return (day + 4) % 7;
}

/** Whether the days differ by more than chance: then an even rate would promise too narrow a date. */
export function areDaysUneven({ wholeDays }: Arrivals): boolean {
  if (wholeDays.length < wholeDaysMin) {
    return false;
  }
  const mean = wholeDays.reduce((sum, rows) => sum + rows, 0) / wholeDays.length;
  const squares = wholeDays.reduce((sum, rows) => sum + (rows - mean) ** 2, 0);
  return mean > 0 && squares / (wholeDays.length - 1) / mean > unevenRatio;
}
