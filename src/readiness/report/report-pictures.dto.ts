// What the pictures of a report are drawn from, for the API.
import type { ReportStatistics } from './report-statistics.js';

export class ClusterMemberResponse {
  rowKey: string;
  /** @example 'card_arrival' */
  label: string;
  /** Masked. @example 'where is my card' */
  excerpt: string;
}

export class ClusterResponse {
  /** Rows in the group. @example 6 */
  rows: number;
  members: ClusterMemberResponse[];
}

export class LeakPairResponse {
  holdoutKey: string;
  trainKey: string;
  /** Share of common pieces. @example 0.91 */
  jaccard: number;
  /** Masked. */
  holdoutExcerpt: string;
  trainExcerpt: string;
}

export class LearningPointResponse {
  /** @example 4986 */
  trainRows: number;
  /** @example 0.893 */
  accuracy: number;
}

export class LearningFitResponse {
  /** accuracy = a − b·n^−c */
  a: number;
  b: number;
  c: number;
}

export class LearningCurveResponse {
  points: LearningPointResponse[];
  /** Null: too few points. */
  fit: LearningFitResponse | null;
  /** What twice the rows should bring, as a share. @example 0.013 */
  gainOfDoubling: number | null;
}

export class ShareShiftResponse {
  /** @example 'card_arrival' */
  name: string;
  /** @example 0.02 */
  train: number;
  /** @example 0.05 */
  production: number;
}

export class ProductionShiftResponse {
  /** Window of traffic, ms since the epoch. */
  fromAt: number;
  untilAt: number;
  /** @example 1200 */
  calls: number;
  /** @example 0.01 */
  refusalShare: number | null;
  labels: ShareShiftResponse[];
}

/** Reports of before these pictures were kept have none. */
export function toPictures({ clusters = [], leakPairs = [], learningCurve = null, shift = null }: ReportStatistics) {
  return {
    clusters: clusters.map(({ rows, members }) => ({ rows, members: members.map((one) => ({ ...one })) })),
    leakPairs: leakPairs.map((pair) => ({ ...pair })),
    learningCurve: learningCurve === null ? null : { ...learningCurve, points: [...learningCurve.points] },
    shift: shift === null ? null : { ...shift, labels: [...shift.labels] },
  };
}
