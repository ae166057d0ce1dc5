// Which projects have captured calls that readiness has not seen yet?

export interface UnfollowedQuery {
  /** Stages of the projects that are looked at. */
  readonly stages: readonly string[];
  /** Projects whose readiness was told after this moment (ms) are left for later. */
  readonly toldBefore: number;
  readonly limit: number;
}

export abstract class UnfollowedTraffic {
  /** Ids of projects, the one that waits longest first; ones that were never told of before all others. */
  abstract projects(query: UnfollowedQuery): Promise<readonly string[]>;
}
