// How much warning does a developer give? From the notices that it gave: the days between announcement and end. No
// announced date is no safety: what may be announced tomorrow ends after the short notices of the past, so the tenth
// percentile stands in for a date. Percentile by linear interpolation between order statistics (Hyndman and Fan, 1996,
// type 7), median alike.
import { daysBetween } from '../utc-day.js';

export interface Notice {
  readonly developer: string;
  /** What ends, in a few words. */
  readonly what: string;
  /** ISO days. */
  readonly announcedOn: string;
  readonly shutdownOn: string;
  readonly source: string;
  readonly url: string | null;
}

export interface Notices {
  readonly developer: string;
  /** Days of each notice, shortest first; one for each announcement, that of its earliest end. */
  readonly noticeDays: readonly number[];
  /** Null: no notice is on file. */
  readonly p10Days: number | null;
  /** What the developer promises in its policy; null: nothing that we know. */
  readonly promisedDays: number | null;
  /** Days from release to end of the models that have ended; null: none has that we know. */
  readonly medianLifeDays: number | null;
  readonly retiredModels: number;
  readonly sources: readonly string[];
}

export interface ModelLifeSpan {
  readonly releasedOn: string | null;
  readonly shutdownOn: string | null;
}

/** @param sorted ascending. Null when it is empty. */
export function percentile(sorted: readonly number[], share: number): number | null {
  const at = (sorted.length - 1) * share;
  const below = sorted[Math.floor(at)];
  const above = sorted[Math.ceil(at)];
  return below === undefined || above === undefined ? null : below + (above - below) * (at - Math.floor(at));
}

/** Days that the models lived which have ended by a day, ascending. */
export function retiredLives(models: readonly ModelLifeSpan[], today: string): readonly number[] {
  const lives = models.flatMap(({ releasedOn, shutdownOn }) =>
    releasedOn !== null && shutdownOn !== null && shutdownOn <= today ? [daysBetween(releasedOn, shutdownOn)] : [],
  );
  return lives.sort((one, other) => one - other);
}

/** The days of notice of each announcement: announcements of one day about several ends count once, by the earliest. */
export function noticeDaysOf(notices: readonly Notice[]): readonly number[] {
  return notices
    .map(({ announcedOn, shutdownOn }) => daysBetween(announcedOn, shutdownOn))
    .sort((one, other) => one - other);
}
