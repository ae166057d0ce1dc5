import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsIn, IsInt, IsNumber, IsObject, IsOptional, IsString, Length, Matches, Max, Min } from 'class-validator';
import type { Evidence, EvidenceKind } from '../../kernel/evidence.js';
import type { Outcome } from '../../kernel/verdict.js';
import { numberOrText } from '../../platform/http/number-or-text.js';
import type { ApprovalRecord, GateRun } from '../gate-run.js';
import type { HistoryEntry } from '../history-entry.js';
import type { RefusedCommand } from '../project-store.js';

/** The kinds that may be told from outside: what Openward counts by itself cannot be declared. */
export const declarableKinds = [
  'readiness.report',
  'training.run',
  'evaluation.comparison',
] as const satisfies readonly EvidenceKind[];

export class PageQuery {
  /** `nextCursor` of the page before. */
  @IsOptional() @IsString() @Length(1, 200) cursor?: string;
  /** @example 100 */
  @IsOptional() @Type(() => Number) @IsInt() @Min(1) @Max(1000) limit?: number;
}

export class EvidenceQuery extends PageQuery {
  /** @example 'evaluation.comparison' */
  @IsOptional() @IsString() @Length(1, 60) kind?: string;
}

export class HistoryQuery {
  /** Only versions above this one. @example 0 */
  @IsOptional() @Type(() => Number) @IsInt() @Min(0) @Max(Number.MAX_SAFE_INTEGER) afterVersion?: number;
  /** @example 100 */
  @IsOptional() @Type(() => Number) @IsInt() @Min(1) @Max(1000) limit?: number;
}

export class DeclareEvidenceRequest {
  /** @example 'evaluation.comparison' */
  @IsIn(declarableKinds) kind: (typeof declarableKinds)[number];
  /** pass, fail, inconclusive or error: what you concluded; gates judge the value by themselves. @example 'pass' */
  @IsIn(['pass', 'fail', 'inconclusive', 'error']) outcome: Outcome;
  /** When it was measured, in milliseconds since the epoch; not in the future. @example 1795600000000 */
  @IsNumber() @Min(0) measuredAtMs: number;
  /** Digest of what was measured. @example 'sha256:0000000000000000000000000000000000000000000000000000000000000000' */
  @IsString() @Matches(/^sha256:[0-9a-f]{64}$/) inputsDigest: string;
  /** Name and version of the method. @example 'our-harness/3' */
  @IsString() @Length(1, 120) methodVersion: string;
  /** The figures, in the shape of measured evidence of the same kind. */
  @IsObject() value: Record<string, unknown>;
}

export class EvidenceResponse {
  id: string;
  /** @example 'readiness.report' */
  kind: string;
  /** `measured` by Openward, or `declared` by somebody; a declaration never outranks a measurement. @example 'measured' */
  source: string;
  measuredAt: string;
  inputsDigest: string;
  methodVersion: string;
  /** @example 'pass' */
  outcome: string;
  value: Record<string, unknown>;
  digest: string;
  /** @example 'system' */
  recordedBy: string;
}

export class EvidenceListResponse {
  evidence: EvidenceResponse[];
  nextCursor: string | null;
}

export class CriterionResponse {
  /** @example 'enough-training-rows' */
  id: string;
  /** gate (decides) or signal (informs). @example 'gate' */
  role: string;
  outcome: string;
  text: string;
  @ApiProperty({ ...numberOrText, nullable: true, example: 812 })
  measured: number | string | null;
  @ApiProperty({ ...numberOrText, nullable: true, example: 2000 })
  required: number | string | null;
  unit: string;
  n: number | null;
  remedy: string;
  evidenceId: string | null;
  methodVersion: string;
}

export class GateRunResponse {
  id: string;
  projectId: string;
  /** @example 'data-ready' */
  gate: string;
  outcome: string;
  attempt: number;
  requestedBy: string;
  approvalsRequired: number;
  evaluatedAt: string;
  expiresAt: string;
  policyDigest: string;
  evidenceDigest: string;
  evidenceIds: string[];
  criteria: CriterionResponse[];
}

export class GateRunListResponse {
  gateRuns: GateRunResponse[];
  nextCursor: string | null;
}

export class ApprovalResponse {
  id: string;
  gateRunId: string;
  person: string;
  /** approved, declined or overridden. @example 'approved' */
  decision: string;
  comment: string;
  evidenceDigest: string;
  at: string;
  expiresAt: string;
}

export class ApprovalListResponse {
  approvals: ApprovalResponse[];
  nextCursor: string | null;
}

export class HistoryEntryResponse {
  /** @example 17 */
  version: number;
  at: string;
  event: Record<string, unknown>;
  previousHash: string;
  hash: string;
}

export class HistoryResponse {
  projectId: string;
  entries: HistoryEntryResponse[];
  /** Hand in as `afterVersion`; null when there is no more yet. */
  nextAfterVersion: number | null;
}

export class RefusedCommandResponse {
  at: string;
  person: string;
  /** @example 'advance' */
  command: string;
  /** @example 'stale-version' */
  code: string;
  detail: string;
}

export class RefusedCommandListResponse {
  refusedCommands: RefusedCommandResponse[];
}

function iso(at: number): string {
  return new Date(at).toISOString();
}

export function toEvidenceResponse(one: Evidence): EvidenceResponse {
  const { projectId: _, measuredAt, ...rest } = one;
  return { ...rest, measuredAt: iso(measuredAt) };
}

export function toGateRunResponse(run: GateRun): GateRunResponse {
  return {
    ...run,
    evidenceIds: [...run.evidenceIds],
    criteria: run.criteria.map((one) => ({ ...one })),
    evaluatedAt: iso(run.evaluatedAt),
    expiresAt: iso(run.expiresAt),
  };
}

export function toApprovalResponse({ projectId: _, ...one }: ApprovalRecord): ApprovalResponse {
  return { ...one, at: iso(one.at), expiresAt: iso(one.expiresAt) };
}

export function toHistoryEntryResponse(entry: HistoryEntry): HistoryEntryResponse {
  const { version, at, event, previousHash, hash } = entry;
  return { version, at: iso(at), event: { ...event }, previousHash, hash };
}

export function toRefusedCommandResponse(one: RefusedCommand): RefusedCommandResponse {
  return { at: iso(one.at), person: one.actor, command: one.command, code: one.code, detail: one.detail };
}
