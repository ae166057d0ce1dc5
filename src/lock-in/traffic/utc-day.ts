// Days of the series: ISO days in UTC.

/** @param atMs milliseconds since the epoch */
export function dayOf(atMs: number): string {
  return new Date(atMs).toISOString().slice(0, 10);
}
