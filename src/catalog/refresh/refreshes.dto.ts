import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsIn, IsInt, IsOptional, IsString, Length, Matches, Max, Min } from 'class-validator';
import type { SourceConflict } from './list-conflicts.js';
import { type SourceKind, sourceKinds } from './reading.js';
import {
  type ChangeState,
  type ChangeVerdict,
  changeStates,
  changeVerdicts,
  type Refresh,
  type RefreshChange,
  refreshStates,
} from './refresh.js';

const pageMax = 500;
export const usualPage = 50;
const uploadedKinds = sourceKinds.filter((kind) => kind !== 'vendor');

export class UploadRefreshQuery {
  /** Which document the body is. */
  @ApiProperty({ enum: uploadedKinds, example: 'litellm' })
  @IsIn(uploadedKinds)
  source: SourceKind;

  /** The day on which the source said so; left out: now. */
  @ApiProperty({ required: false, format: 'date', example: '2026-11-20' })
  @IsOptional()
  @Matches(/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/)
  observedOn?: string;
}

export class ListRefreshesQuery {
  /** The `next` of the page before. */
  @ApiProperty({ required: false, example: 'crf_01kc0000000000000000000000' })
  @IsOptional()
  @Matches(/^crf_[0-9a-z_]{1,26}$/)
  after?: string;

  @ApiProperty({ required: false, minimum: 1, maximum: pageMax, default: usualPage, example: 50 })
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(pageMax)
  limit?: number;
}

export class ListChangesQuery {
  /** The `next` of the page before. */
  @ApiProperty({ required: false, minimum: 0, example: 50 })
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(0)
  @Max(10_000_000)
  after?: number;

  @ApiProperty({ required: false, minimum: 1, maximum: pageMax, default: usualPage, example: 50 })
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(pageMax)
  limit?: number;

  @ApiProperty({ required: false, enum: changeVerdicts, example: 'quarantined' })
  @IsOptional()
  @IsIn(changeVerdicts)
  verdict?: ChangeVerdict;

  @ApiProperty({ required: false, enum: changeStates, example: 'waiting' })
  @IsOptional()
  @IsIn(changeStates)
  state?: ChangeState;
}

export class ListConflictsQuery {
  /** Only of models of this name. */
  @ApiProperty({ required: false, example: 'gpt-4-0613' })
  @IsOptional()
  @IsString()
  @Length(1, 200)
  model?: string;
}

export class ApproveRefreshRequest {
  /** Needed where the refresh is held. @example 'Compared five rows with the price page of the provider.' */
  @IsOptional()
  @IsString()
  @Length(1, 2000)
  reason?: string;
}

export class ReviewChangeRequest {
  /** @example 'The provider announced the cut on its price page.' */
  @IsString()
  @Length(1, 2000)
  reason: string;
}

export class CatalogConflictResponse {
  @ApiProperty({ example: 'openai' })
  host: string;
  @ApiProperty({ type: String, nullable: true, example: null })
  region: string | null;
  @ApiProperty({ example: 'gpt-4-0613' })
  model: string;
  @ApiProperty({ example: 'shutdownOn' })
  field: string;
  @ApiProperty({ example: '2026-10-23' })
  held: string;
  @ApiProperty({ example: "compiled from OpenAI's price and deprecation pages" })
  heldSource: string;
  @ApiProperty({ example: '2025-06-06' })
  told: string;
  @ApiProperty({ example: 'litellm' })
  toldBy: string;
}

export class CatalogConflictListResponse {
  @ApiProperty({ type: () => [CatalogConflictResponse] })
  conflicts: CatalogConflictResponse[];
  /** All that were found; the list holds the first 500. */
  @ApiProperty({ example: 1 })
  count: number;
}

export class RefreshResponse {
  @ApiProperty({ example: 'crf_01kc0000000000000000000000' })
  id: string;
  @ApiProperty({ enum: sourceKinds, example: 'litellm' })
  kind: string;
  @ApiProperty({ example: 'litellm' })
  source: string;
  @ApiProperty({ example: '2026-11-20T00:00:00.000Z' })
  observedAt: string;
  @ApiProperty({ example: 'sha256:9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08' })
  digest: string;
  @ApiProperty({ enum: refreshStates, example: 'pending' })
  state: string;
  /** Why even clean changes wait for somebody other than who brought them, with a reason; null: they do not. */
  @ApiProperty({ type: String, nullable: true, example: null })
  hold: string | null;
  @ApiProperty({ example: 2900 })
  offersRead: number;
  @ApiProperty({ example: 41 })
  cleanChanges: number;
  @ApiProperty({ example: 3 })
  quarantinedChanges: number;
  @ApiProperty({ example: 1 })
  conflictCount: number;
  @ApiProperty({ type: () => [CatalogConflictResponse] })
  conflicts: CatalogConflictResponse[];
  /** What of the document was left out, and why. */
  @ApiProperty({ type: [String], example: [] })
  faults: string[];
  @ApiProperty({ example: 'ada' })
  createdBy: string;
  @ApiProperty({ example: '2026-11-25T10:00:00.000Z' })
  createdAt: string;
  @ApiProperty({ type: String, nullable: true, example: null })
  settledAt: string | null;
}

export class RefreshListResponse {
  @ApiProperty({ type: () => [RefreshResponse] })
  refreshes: RefreshResponse[];
  /** Hand in as `after`; null on the last page. */
  @ApiProperty({ type: String, nullable: true, example: null })
  next: string | null;
}

export class ChangedFieldResponse {
  /** `price/<tier>/<component>`, `contextTokens`, `outputTokensMax`, `shutdownOn` or `listed`. */
  @ApiProperty({ example: 'price/standard/input' })
  field: string;
  @ApiProperty({ type: String, nullable: true, example: '10' })
  before: string | null;
  @ApiProperty({ type: String, nullable: true, example: '2' })
  after: string | null;
}

export class QuarantineFindingResponse {
  @ApiProperty({ example: 'price-does-not-jump' })
  rule: string;
  @ApiProperty({ example: 'price/standard/input goes from 10 to 2, by a factor of 3 or more.' })
  text: string;
}

export class RefreshChangeResponse {
  @ApiProperty({ example: 1 })
  number: number;
  @ApiProperty({ enum: ['added', 'changed', 'removed'], example: 'changed' })
  kind: string;
  @ApiProperty({ example: 'openai' })
  host: string;
  @ApiProperty({ type: String, nullable: true, example: null })
  region: string | null;
  @ApiProperty({ example: 'o3' })
  model: string;
  @ApiProperty({ type: () => [ChangedFieldResponse] })
  fields: ChangedFieldResponse[];
  @ApiProperty({ enum: changeVerdicts, example: 'quarantined' })
  verdict: string;
  @ApiProperty({ type: () => [QuarantineFindingResponse] })
  findings: QuarantineFindingResponse[];
  @ApiProperty({ enum: changeStates, example: 'waiting' })
  state: string;
  @ApiProperty({ type: String, nullable: true, example: null })
  decidedBy: string | null;
  @ApiProperty({ type: String, nullable: true, example: null })
  decidedAt: string | null;
  @ApiProperty({ type: String, nullable: true, example: null })
  reason: string | null;
}

export class RefreshChangeListResponse {
  @ApiProperty({ type: () => [RefreshChangeResponse] })
  changes: RefreshChangeResponse[];
  /** Hand in as `after`; null on the last page. */
  @ApiProperty({ type: Number, nullable: true, example: null })
  next: number | null;
}

export class QuarantineRuleResponse {
  @ApiProperty({ example: 'price-does-not-jump' })
  name: string;
  @ApiProperty({ example: 'Does a price stay within a factor of three of what it was?' })
  question: string;
  @ApiProperty({ example: 'Most changes of that size are wrong units.' })
  why: string;
  @ApiProperty({ example: 'Own count over 17 months of a public price file.' })
  source: string;
}

export class QuarantineRuleListResponse {
  @ApiProperty({ type: () => [QuarantineRuleResponse] })
  rules: QuarantineRuleResponse[];
}

const timeOf = (at: number) => new Date(at).toISOString();
const timeOrNull = (at: number | null) => (at === null ? null : timeOf(at));

export function toRefreshResponse(refresh: Refresh): RefreshResponse {
  const { rank: _, ...shown } = refresh;
  return {
    ...shown,
    observedAt: timeOf(refresh.observedAt),
    conflicts: refresh.conflicts.map(({ offer, ...conflict }) => ({ ...offer, ...conflict })),
    faults: [...refresh.faults],
    createdAt: timeOf(refresh.createdAt),
    settledAt: timeOrNull(refresh.settledAt),
  };
}

export function toChangeResponse({ change, ...one }: RefreshChange): RefreshChangeResponse {
  return {
    number: one.number,
    kind: change.kind,
    ...change.offer,
    fields: change.fields.map(({ field, before, after }) => ({ field, before, after })),
    verdict: one.verdict,
    findings: change.findings.map((finding) => ({ ...finding })),
    state: one.state,
    decidedBy: one.decidedBy,
    decidedAt: timeOrNull(one.decidedAt),
    reason: one.reason,
  };
}

export function toConflictList(conflicts: readonly SourceConflict[]): CatalogConflictListResponse {
  const all = conflicts.flatMap(({ offer, told, ...held }) =>
    told.map(({ source, value }) => ({ ...offer, ...held, told: value, toldBy: source })),
  );
  return { conflicts: all.slice(0, pageMax), count: all.length };
}
