// Where scored days are kept, and the profiles that they were scored under.
import type { Profile } from '../score/profile.js';
import type { ScoredDay } from './scored-day.js';

/** A day in numbers, for lines and trends. */
export interface DayScore {
  readonly day: string;
  readonly at: number;
  readonly score: number;
  readonly low: number;
  readonly high: number;
  readonly confidence: number;
  /** Against the last day before; null: there was none, or it was not noted then. */
  readonly change: ScoredDay['change'];
}

export abstract class DayStore {
  /** The day's last measurement takes the place of the ones before. */
  abstract put(day: ScoredDay): Promise<void>;
  abstract find(projectId: string, day: string): Promise<ScoredDay | null>;
  /** The newest day before the given one; null: there is none. */
  abstract lastBefore(projectId: string, day: string): Promise<ScoredDay | null>;
  /** From that day on, in order. */
  abstract scores(projectId: string, fromDay: string): Promise<readonly DayScore[]>;
  abstract keepProfile(digest: string, profile: Profile): Promise<void>;
  abstract profile(digest: string): Promise<Profile | null>;
}
