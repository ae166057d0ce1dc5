// What is known of a project beside its version, for the API description of everything that shows a project.
import type { ProjectStanding } from './project-standing.js';

export class ForcedModeResponse {
  /** @example 'gpt-4 was shut down on 2026-10-23; leaving takes 180 days.' */
  because: string;
  /** @example '2026-10-23' */
  shutdownOn: string;
  /** Negative: it is over. @example -33 */
  daysLeft: number;
  /** Median of own finished migrations; 180 before the first. @example 180 */
  leadTimeDays: number;
  /** Models that are named in its place. @example ['gpt-5.5'] */
  replacements: string[];
  /** What there is to train on then. */
  advice: string;
}

export class LockInStandingResponse {
  /** Day of the measurement. @example '2026-11-25' */
  day: string;
  /** 0 to 100. @example 64.6 */
  score: number;
  /** @example 56.1 */
  low: number;
  /** @example 70.5 */
  high: number;
  /** 0 to 1. @example 0.72 */
  confidence: number;
  /** low, moderate, high or severe; null: not assessed, to be treated like high. @example 'high' */
  band: string | null;
  /** Over 30 days; null: fewer than two days are known. @example -2 */
  pointsPer30Days: number | null;
  /** Whether the days agree on a direction. @example true */
  isTrend: boolean;
  /** Of the worst model in use; null: nothing is known. @example 57 */
  daysToShutdown: number | null;
}

export interface StandingResponse {
  readonly forced: ForcedModeResponse | null;
  readonly lockIn: LockInStandingResponse | null;
}

export function toStandingResponse({ forced, lockIn }: ProjectStanding): StandingResponse {
  return { forced: forced === null ? null : { ...forced, replacements: [...forced.replacements] }, lockIn };
}
