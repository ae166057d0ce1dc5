// The last moment at which notice can be given for the present term of a contract.
import { dayMs } from '../in-words.js';
import type { Arrangement } from './arrangement.js';

/** Midnight UTC of an ISO day. */
export function startOfDay(day: string): number {
  return Date.parse(`${day}T00:00:00Z`);
}

/** ms; null: no end or no notice is agreed. */
export function noticeByOf({ contract }: Arrangement): number | null {
  const { endsOn, noticeEntityDays } = contract;
  return endsOn === null || noticeEntityDays === null ? null : startOfDay(endsOn) - noticeEntityDays * dayMs;
}
