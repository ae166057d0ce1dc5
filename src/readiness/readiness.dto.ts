import { Type } from 'class-transformer';
import { IsInt, IsOptional, Matches, Max, Min } from 'class-validator';
import type { Check } from './check.js';
import type { FrozenDataset } from './datasets/dataset-store.js';
import type { WrittenLimits } from './judging/thresholds.js';
import { FindingResponse, toFinding } from './report/finding.dto.js';
import type { ReadinessReport, ReportFunnelStep } from './report/readiness-report.js';
import {
  ManifestResponse,
  PowerResponse,
  StatisticsResponse,
  TargetResponse,
  TrainerViewResponse,
  toManifest,
  toPower,
  toStatistics,
  toTarget,
  toTrainerView,
  toWantedRows,
  WantedRowsResponse,
} from './report/report-parts.dto.js';

export class ListReportsQuery {
  /** @example 50 */
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(200)
  limit?: number;

  /** As `next` of the page before gave it. @example 'rdy_01kc0000000000000000000000' */
  @IsOptional()
  @Matches(/^rdy_[0-9a-z]{1,40}$/)
  after?: string;
}

export class RowLossResponse {
  /** @example 'repeats an earlier training prompt' */
  reason: string;
  /** @example 31 */
  rows: number;
}

export class FunnelStepResponse {
  /** From what was captured to what is trainable. @example 'unique' */
  step: string;
  /** Rows left after the step. @example 13052 */
  rows: number;
  removed: RowLossResponse[];
}

export class ReadinessReportSummaryResponse {
  /** @example 'rdy_01kc0000000000000000000000' */
  id: string;
  /** `pass`, `warn`, `fail`, `inconclusive` or `error`. @example 'warn' */
  verdict: string;
  /** @example 'dst_01kc0000000000000000000000' */
  datasetId: string | null;
  /** @example 'sha256:9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08' */
  datasetDigest: string | null;
  /** @example 9947 */
  usableTrainRows: number;
  /** @example 3080 */
  holdoutRows: number;
  /** Training rows missing to the policy's minimum. @example 0 */
  missingRows: number;
  /** Checks by outcome. @example { "pass": 61, "warn": 4, "fail": 1 } */
  outcomes: Record<string, number>;
  /** Blocking checks that fail or broke. @example ["P03"] */
  failing: string[];
  /** Why nothing could be measured. @example null */
  problem: string | null;
  /** @example '2026-11-25T10:00:00.000Z' */
  createdAt: string;
}

export class ReadinessReportResponse extends ReadinessReportSummaryResponse {
  /** @example 'closed-set classification' */
  taskKind: string;
  /** @example 4096 */
  candidateContextTokens: number | null;
  /** Null in reports of `readiness/1`, as are the five at the end. */
  target: TargetResponse | null;
  funnel: FunnelStepResponse[];
  findings: FindingResponse[];
  statistics: StatisticsResponse | null;
  manifest: ManifestResponse | null;
  /** What each recipe would train on. */
  trainerViews: TrainerViewResponse[] | null;
  power: PowerResponse | null;
  /** The most wanted first. */
  collectNext: WantedRowsResponse[] | null;
  /** @example 'readiness/2' */
  methodVersion: string;
}

export class ReadinessReportListResponse {
  reports: ReadinessReportSummaryResponse[];
  /** @example null */
  next: string | null;
}

export class DatasetResponse {
  /** @example 'dst_01kc0000000000000000000000' */
  id: string;
  /** Over the keys and sides of its rows. @example 'sha256:9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08' */
  digest: string;
  /** @example 9947 */
  trainRows: number;
  /** @example 3080 */
  holdoutRows: number;
  funnel: FunnelStepResponse[];
  /** @example '2026-11-25T10:00:00.000Z' */
  frozenAt: string;
  /** @example 'ada' */
  frozenBy: string;
}

export class DatasetListResponse {
  datasets: DatasetResponse[];
}

export class CheckResponse {
  /** @example 'L02' */
  id: string;
  /** @example 'leak.near' */
  name: string;
  /** @example 1 */
  version: number;
  /** @example 'Are the held-out rows different from the training rows?' */
  question: string;
  /** @example 'A held-out row that differs from a training row by one word is answered from memory.' */
  why: string;
  /** @example 'Verified Jaccard of 0.8' */
  source: string;
  /** @example true */
  blocking: boolean;
  /** Whether more (`low`) or less (`high`) than the limits is worse. @example 'low' */
  better: string;
  /** A number, or the name of the policy's number; null: it never warns. @example '0.01' */
  warn: string | null;
  /** A number, or the name of the policy's number; null: it never fails. @example 'policy: leakedHoldoutShareMax' */
  fail: string | null;
  /** @example 'policy; catalogue L02' */
  thresholdSource: string;
  /** @example 'Take the near training rows out before the upload.' */
  remedy: string;
  /** @example 'drop-leaked' */
  action: string | null;
}

export class CheckListResponse {
  checks: CheckResponse[];
}

/** @param limits as they are written; null: the check cannot be judged */
export function toCheckResponse(check: Check, limits: WrittenLimits | null): CheckResponse {
  const { id, name, version, question, why, source, blocking, remedy, action } = check;
  const limitText = (limit: string | number | null) =>
    limit === null ? null : typeof limit === 'string' ? `policy: ${limit}` : String(limit);
  return {
    id,
    name,
    version,
    question,
    why,
    source,
    blocking,
    better: limits?.better ?? 'low',
    warn: limitText(limits?.warn ?? null),
    fail: limitText(limits?.fail ?? null),
    thresholdSource: limits?.source ?? 'not written',
    remedy,
    action,
  };
}

function toFunnelStep({ step, rows, removed }: ReportFunnelStep): FunnelStepResponse {
  return { step, rows, removed: [...removed] };
}

export function toReportSummary(report: ReadinessReport): ReadinessReportSummaryResponse {
  const { id, verdict, datasetId, datasetDigest, usableTrainRows, holdoutRows, missingRows, findings, problem } =
    report;
  const outcomes: Record<string, number> = {};
  for (const { outcome } of findings) {
    outcomes[outcome] = (outcomes[outcome] ?? 0) + 1;
  }
  const failing = findings
    .filter(({ blocking, outcome }) => blocking && (outcome === 'fail' || outcome === 'error'))
    .map(({ checkId }) => checkId);
  return {
    id,
    verdict,
    datasetId,
    datasetDigest,
    usableTrainRows,
    holdoutRows,
    missingRows,
    outcomes,
    failing,
    problem,
    createdAt: new Date(report.createdAt).toISOString(),
  };
}

export function toReportResponse(report: ReadinessReport): ReadinessReportResponse {
  const { taskKind, candidateContextTokens, methodVersion, target, statistics, manifest, power } = report;
  return {
    ...toReportSummary(report),
    taskKind,
    candidateContextTokens,
    target: target === null ? null : toTarget(target),
    funnel: report.funnel.map(toFunnelStep),
    findings: report.findings.map(toFinding),
    statistics: statistics === null ? null : toStatistics(statistics),
    manifest: manifest === null ? null : toManifest(manifest),
    trainerViews: report.trainerViews?.map(toTrainerView) ?? null,
    power: power === null ? null : toPower(power),
    collectNext: report.collectNext?.map(toWantedRows) ?? null,
    methodVersion,
  };
}

export function toReportList(reports: readonly ReadinessReport[], limit: number): ReadinessReportListResponse {
  const last = reports.length === limit ? reports.at(-1) : undefined;
  return { reports: reports.map(toReportSummary), next: last?.id ?? null };
}

export function toDatasetResponse(dataset: FrozenDataset): DatasetResponse {
  const { id, digest, trainRows, holdoutRows, manifest, frozenAt, frozenBy } = dataset;
  const funnel = manifest.funnel.map(toFunnelStep);
  return { id, digest, trainRows, holdoutRows, funnel, frozenAt: new Date(frozenAt).toISOString(), frozenBy };
}
