// Days and shares as people say them in alerts and reports.

export const dayMs = 86_400_000;

/** `2026-10-23`, UTC. */
export function dayOf(at: number): string {
  return new Date(at).toISOString().slice(0, 10);
}

/** Whole days from now on, negative when it is past. */
export function daysUntil(at: number, now: number): number {
  return Math.floor((at - now) / dayMs);
}

export function percentOf(share: number): string {
  return `${Number((100 * share).toFixed(1))} %`;
}

/** `1 call`, `7 calls`. */
export function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
