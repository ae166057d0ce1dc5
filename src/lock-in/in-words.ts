// Days and shares as people say them in alerts and reports.

export const dayMs = 86_400_000;

/** `2026-10-23`, UTC. */
export function dayOf(at: number): string {
  return new Date(at).toISOString().slice(0, 10);
}

/** Whole days that have passed or are left; negative when it is past, and 0 within a day of it. */
export function wholeDays(days: number): number {
  return Math.trunc(days) + 0;
}

/** Whole days from now on, negative when it is past. */
export function daysUntil(at: number, now: number): number {
  return wholeDays((at - now) / dayMs);
}

/** `ends in 12 days`, `ends today`, `ended 33 days ago`. */
export function endInWords(days: number): string {
  const whole = wholeDays(days);
  const left = counted(Math.abs(whole), 'day');
  return whole === 0 ? 'ends today' : whole > 0 ? `ends in ${left}` : `ended ${left} ago`;
}

/** `in 12 days`, `today`. @param at not before now, ms */
export function dueInWords(at: number, now: number): string {
  const days = daysUntil(at, now);
  return days === 0 ? 'today' : `in ${counted(days, 'day')}`;
}

/** `today`, `1 day ago`, `33 days ago`. @param days since then, not negative */
export function agoInWords(days: number): string {
  const whole = wholeDays(days);
  return whole === 0 ? 'today' : `${counted(whole, 'day')} ago`;
}

export function percentOf(share: number): string {
  return `${Number((100 * share).toFixed(1))} %`;
}

/** `1 call`, `7 calls`. */
export function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
