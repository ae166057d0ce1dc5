// Days as people write them, and the moment at which one begins. Price lists and notices speak of days; machines ask for a
// moment. Some pages print dates with hyphens that look like hyphens and are none (U+2011): they are read all the same.

export const dayMs = 86_400_000;
export const daysPerMonth = 30.4375;

const likeHyphen = /[\u00ad\u2010-\u2015\u2212\ufe58\ufe63\uff0d]/g;
const dayForm = /^(\d{4})-(\d{2})-(\d{2})$/;

/** The ISO day of a text such as `2026‑03‑26`, whatever hyphens it was printed with; null when it is no day. */
export function readDay(text: string): string | null {
  const plain = text.trim().replace(likeHyphen, '-');
  const at = dayForm.test(plain) ? Date.parse(`${plain}T00:00:00Z`) : Number.NaN;
  return Number.isNaN(at) || new Date(at).toISOString().slice(0, 10) !== plain ? null : plain;
}

/** ms at midnight UTC. RangeError when it is no ISO day. */
export function startOfUtcDay(day: string): number {
  const at = Date.parse(`${day}T00:00:00Z`);
  if (Number.isNaN(at)) {
    throw new RangeError(`no ISO day: ${day}`);
  }
  return at;
}

/** ISO day in UTC. */
export function utcDayOf(at: number): string {
  return new Date(at).toISOString().slice(0, 10);
}

/** Whole days from one ISO day to another; negative when the second lies before the first. */
export function daysBetween(from: string, until: string): number {
  return Math.round((startOfUtcDay(until) - startOfUtcDay(from)) / dayMs);
}

/** What the clock on the wall shows in a zone at a moment, as if it were UTC, in ms. */
function wallClockAt(at: number, timeZone: string): number {
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  const parts = new Map(format.formatToParts(at).map(({ type, value }) => [type, Number(value)]));
  const part = (name: Intl.DateTimeFormatPartTypes) => parts.get(name) ?? 0;
  return Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'), part('second'));
}

/**
 * The moment at which a day begins where the vendor is: ms. `2026-10-23` in Los Angeles begins at 07:00 UTC.
 * @param timeZone an IANA name. RangeError when it is none, or the day is no ISO day.
 */
export function startOfDayIn(day: string, timeZone: string): number {
  const wanted = startOfUtcDay(day);
  const guess = wanted - (wallClockAt(wanted, timeZone) - wanted);
  // Once more: around the change to summer time the first guess may have taken the offset of the other side.
  return guess - (wallClockAt(guess, timeZone) - wanted);
}
