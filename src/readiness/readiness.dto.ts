import { Type } from 'class-transformer';
import { IsInt, IsOptional, Matches, Max, Min } from 'class-validator';
import type { Check } from './check.js';
import type { FrozenDataset } from './dataset-store.js';
import type { FunnelStep } from './funnel.js';
import type { Finding, ReadinessReport } from './readiness-report.js';

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
  /** `delivered`, `valid`, `unique`, `not leaked` or `trainable`. @example 'unique' */
  step: string;
  /** Rows left after the step. @example 13052 */
  rows: number;
  removed: RowLossResponse[];
}

export class FindingThresholdResponse {
  /** @example 0.01 */
  warn: number | null;
  /** @example 0.05 */
  fail: number | null;
  /** @example 'policy; catalogue L02' */
  source: string;
}

export class FindingEvidenceResponse {
  /** Null for a row that could not be read. @example '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08' */
  rowKey: string | null;
  /** `import` or `exchange`. @example 'import' */
  origin: string;
  /** @example 'imp_01kc0000000000000000000000' */
  originId: string;
  /** @example 17 */
  line: number | null;
  /** At most 120 characters, long numbers and addresses masked. @example 'where is my new card?' */
  excerpt: string;
}

export class ConfidenceIntervalResponse {
  /** @example 0.042 */
  low: number;
  /** @example 0.057 */
  high: number;
}

export class FindingResponse {
  /** @example 'L02' */
  checkId: string;
  /** @example 'leak.near' */
  name: string;
  /** @example 1 */
  version: number;
  /** @example 'Are the held-out rows different from the training rows?' */
  question: string;
  /** `pass`, `warn`, `fail`, `inconclusive`, `skipped` or `error`. @example 'warn' */
  outcome: string;
  /** @example true */
  blocking: boolean;
  /** Null: not measured. @example 0.049 */
  value: number | null;
  /** @example 'share' */
  unit: string;
  /** @example 151 */
  numerator: number | null;
  /** @example 3080 */
  denominator: number | null;
  /** 95 % Wilson interval of a share. */
  ci95: ConfidenceIntervalResponse | null;
  threshold: FindingThresholdResponse;
  /** At most fifty rows. */
  evidence: FindingEvidenceResponse[];
  /** @example 151 */
  evidenceTotal: number;
  /** @example '151 of 3,080 held-out rows (4.9 %) are nearly the same as a training row.' */
  text: string;
  /** @example 'Take the near training rows out before the upload.' */
  remedy: string;
  /** @example 'leak.near/1' */
  methodVersion: string;
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
  funnel: FunnelStepResponse[];
  findings: FindingResponse[];
  /** @example 'readiness/1' */
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
}

export class CheckListResponse {
  checks: CheckResponse[];
}

export function toCheckResponse(check: Check): CheckResponse {
  const { id, name, version, question, why, source, blocking, limits, remedy } = check;
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
    better: limits.better,
    warn: limitText(limits.warn),
    fail: limitText(limits.fail),
    thresholdSource: limits.source,
    remedy,
  };
}

function toFunnelStep({ step, rows, removed }: FunnelStep): FunnelStepResponse {
  return { step, rows, removed: [...removed] };
}

function toFinding(finding: Finding): FindingResponse {
  return { ...finding, evidence: [...finding.evidence] };
}

export function toReportSummary(report: ReadinessReport): ReadinessReportSummaryResponse {
  const { id, verdict, datasetId, datasetDigest, usableTrainRows, holdoutRows, missingRows, problem } = report;
  const createdAt = new Date(report.createdAt).toISOString();
  return { id, verdict, datasetId, datasetDigest, usableTrainRows, holdoutRows, missingRows, problem, createdAt };
}

export function toReportResponse(report: ReadinessReport): ReadinessReportResponse {
  const { taskKind, candidateContextTokens, methodVersion } = report;
  return {
    ...toReportSummary(report),
    taskKind,
    candidateContextTokens,
    funnel: report.funnel.map(toFunnelStep),
    findings: report.findings.map(toFinding),
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
