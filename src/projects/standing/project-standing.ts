// What is known of a project beside what its machine says: how tightly it is tied, and whether it must leave. It changes with
// every measurement and is no version of the project: nobody's command becomes stale because a score moved.

/** The vendor ends the incumbent's model before one can have left, or has ended it. */
export interface ForcedMode {
  /** A sentence. */
  readonly because: string;
  /** ISO day. */
  readonly shutdownOn: string;
  /** Negative: it is over. */
  readonly daysLeft: number;
  readonly leadTimeDays: number;
  /** Models that the vendor or the catalogue names in its place. */
  readonly replacements: readonly string[];
  /** What there is to train on then, as a sentence. */
  readonly advice: string;
}

export interface LockInStanding {
  /** ISO day of the measurement. */
  readonly day: string;
  /** 0 to 100, to a tenth, as are the ends of its interval. */
  readonly score: number;
  readonly low: number;
  readonly high: number;
  /** 0 to 1. */
  readonly confidence: number;
  /** Null: not assessed, to be treated like high. */
  readonly band: string | null;
  /** Over 30 days; null: fewer than two days are known. */
  readonly pointsPer30Days: number | null;
  /** Whether the days agree on a direction at all. */
  readonly isTrend: boolean;
  /** Of the worst model in use; negative: it is over; null: nothing is known. */
  readonly daysToShutdown: number | null;
}

export interface ProjectStanding {
  /** Null: nothing forces. */
  readonly forced: ForcedMode | null;
  /** Null: not measured yet. */
  readonly lockIn: LockInStanding | null;
}

export const nothingKnown: ProjectStanding = { forced: null, lockIn: null };

/** As its members stand in documents. */
export function standingFields({ forced, lockIn }: ProjectStanding): ProjectStanding {
  return { forced, lockIn };
}

/** The stored document of a version, with what is known beside it: one text for those who poll. */
export function withStanding(statusBody: string, standing: ProjectStanding): string {
  return `${statusBody.slice(0, -1)},${JSON.stringify(standingFields(standing)).slice(1)}`;
}
