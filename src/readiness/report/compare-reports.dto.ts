import { Matches } from 'class-validator';
import type { ComparedSide, ReportComparison } from './compare-reports.js';

const reportId = /^rdy_[0-9a-z]{1,40}$/;

export class CompareReportsQuery {
  /** The earlier report. @example 'rdy_01kc0000000000000000000000' */
  @Matches(reportId)
  from: string;

  /** The later report. @example 'rdy_01kc0000000000000000000001' */
  @Matches(reportId)
  to: string;
}

export class ComparedSideResponse {
  /** @example 'rdy_01kc0000000000000000000000' */
  reportId: string;
  /** @example '2026-11-25T10:00:00.000Z' */
  createdAt: string;
  /** @example 'warn' */
  verdict: string;
  /** @example 'dst_01kc0000000000000000000000' */
  datasetId: string | null;
  /** @example 'sha256:9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08' */
  datasetDigest: string | null;
  /** @example 9947 */
  usableTrainRows: number;
  /** @example 3080 */
  holdoutRows: number;
}

export class ComparedOutcomeResponse {
  /** @example 'warn' */
  outcome: string;
  /** @example 0.049 */
  value: number | null;
  /** @example 'share' */
  unit: string;
}

export class ComparedCheckResponse {
  /** @example 'L02' */
  checkId: string;
  /** @example 'leak.near' */
  name: string;
  /** @example 'Are the held-out rows different from the training rows?' */
  question: string;
  /** @example true */
  blocking: boolean;
  /** `better`, `worse`, `moved`, `same`, `new` or `gone`. @example 'better' */
  move: string;
  before: ComparedOutcomeResponse | null;
  after: ComparedOutcomeResponse | null;
  /** @example true */
  isSameMethod: boolean;
}

export class ComparedCountResponse {
  /** @example 'unique' */
  name: string;
  /** @example 9947 */
  before: number | null;
  /** @example 9395 */
  after: number | null;
}

export class RowMovesResponse {
  /** @example 0 */
  gained: number;
  /** @example 552 */
  lost: number;
  /** @example 9395 */
  stayed: number;
}

export class RowMovesBySideResponse {
  train: RowMovesResponse;
  holdout: RowMovesResponse;
}

export class ReportComparisonResponse {
  from: ComparedSideResponse;
  to: ComparedSideResponse;
  /** What changed most first. */
  checks: ComparedCheckResponse[];
  /** Rows left after each step. */
  funnel: ComparedCountResponse[];
  /** Rows lost, by reason. */
  losses: ComparedCountResponse[];
  /** By row key; null: a data set is not there, or too large to be compared row by row. */
  rows: RowMovesBySideResponse | null;
}

function toSide(side: ComparedSide): ComparedSideResponse {
  return { ...side, createdAt: new Date(side.createdAt).toISOString() };
}

export function toComparison(comparison: ReportComparison): ReportComparisonResponse {
  const { from, to, checks, funnel, losses, rows } = comparison;
  return {
    from: toSide(from),
    to: toSide(to),
    checks: [...checks],
    funnel: [...funnel],
    losses: [...losses],
    rows: rows === null ? null : { ...rows },
  };
}
