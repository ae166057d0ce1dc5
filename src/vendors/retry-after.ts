// When may one ask again? What the vendor says (`retry-after-ms` before `retry-after`, seconds or a date, RFC 9110
// section 10.2.3), or, where it says nothing, a wait that doubles from half a second to eight.
import type { UpstreamHeaders } from './upstreams.js';

const firstWaitMs = 500;
const waitMsMax = 8000;

/** These say "later", and were not carried out: asking again bills nothing twice. */
const laterStatuses: ReadonlySet<number> = new Set([429, 503, 529]);

export function asksForLater(status: number): boolean {
  return laterStatuses.has(status);
}

function single(value: string | readonly string[] | undefined): string | null {
  return typeof value === 'string' ? value : (value?.[0] ?? null);
}

/** Milliseconds that the vendor asks to wait; null when it does not say or what it says is no time. `now` in ms. */
export function retryAfterMs(headers: UpstreamHeaders, now: number): number | null {
  const inMs = single(headers['retry-after-ms']);
  if (inMs !== null && /^\d{1,9}(\.\d+)?$/.test(inMs)) {
    return Number(inMs);
  }
  const after = single(headers['retry-after']);
  if (after === null) {
    return null;
  }
  if (/^\d{1,9}(\.\d+)?$/.test(after)) {
    return Number(after) * 1000;
  }
  const date = Date.parse(after);
  return Number.isNaN(date) ? null : Math.max(0, date - now);
}

/** The wait before attempt `attempt` + 2 where the vendor names none. `spread` in [0, 1) keeps callers apart. */
export function usualWaitMs(attempt: number, spread: number): number {
  const full = Math.min(waitMsMax, firstWaitMs * 2 ** attempt);
  return full / 2 + (full / 2) * spread;
}
