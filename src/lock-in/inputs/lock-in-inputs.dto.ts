import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsBoolean,
  IsDefined,
  IsIn,
  IsInt,
  IsISO8601,
  IsNumber,
  IsObject,
  IsOptional,
  IsString,
  Length,
  Matches,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import type { Invoice } from '../invoices/invoice.js';
import type { CostEstimates } from './costs.js';
import type { Drill } from './drill-store.js';

const linesMax = 1000;
const tokensMax = 1e15;
const moneyMax = 1e12;

export class InvoiceLineDto {
  /** The connection, as captured calls name it. @example 'openai' */
  @IsString() @Length(1, 80) vendor: string;
  /** Left out: all models of the vendor. @example 'gpt-4o' */
  @IsOptional() @IsString() @Length(1, 200) model?: string;
  /** First day of the period, UTC. @example '2026-10-01' */
  @Matches(/^\d{4}-\d{2}-\d{2}$/) @IsISO8601({ strict: true }) from: string;
  /** The day after its last. @example '2026-11-01' */
  @Matches(/^\d{4}-\d{2}-\d{2}$/) @IsISO8601({ strict: true }) until: string;
  /** @example 120000 */
  @IsOptional() @IsInt() @Min(0) @Max(tokensMax) calls?: number;
  /** Cached ones included; left out: the invoice does not tell. @example 81000000 */
  @IsOptional() @IsInt() @Min(0) @Max(tokensMax) inputTokens?: number;
  /** @example 9000000 */
  @IsOptional() @IsInt() @Min(0) @Max(tokensMax) outputTokens?: number;
  /** @example 292.5 */
  @IsNumber() @Min(0) @Max(moneyMax) amount: number;
  /** ISO 4217. @example 'USD' */
  @Matches(/^[A-Z]{3}$/) currency: string;
}

export class ImportInvoiceRequest {
  @IsOptional()
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(linesMax)
  @ValidateNested({ each: true })
  @Type(() => InvoiceLineDto)
  lines?: InvoiceLineDto[];
  /** Instead of `lines`: CSV with the columns vendor, model, from, until, calls, inputTokens, outputTokens, amount, currency. */
  @IsOptional() @IsString() @MaxLength(1_000_000) csv?: string;
}

export class InvoiceResponse {
  /** @example 'inv_01kc0000000000000000000000' */
  id: string;
  from: string;
  until: string;
  lines: InvoiceLineDto[];
  createdBy: string;
  createdAt: string;
}

export class InvoiceListResponse {
  invoices: InvoiceResponse[];
}

export class RecordDrillRequest {
  /** failover, exit, runbook or export. @example 'exit' */
  @IsIn(['failover', 'exit', 'runbook', 'export']) kind: Drill['kind'];
  /** @example 'stressed' */
  @IsIn(['stressed', 'non-stressed']) scenario: Drill['scenario'];
  /** @example '2026-11-12T09:00:00.000Z' */
  @IsISO8601({ strict: true }) at: string;
  @IsBoolean() passed: boolean;
  /** From the order to all traffic on the substitute. @example 6.5 */
  @IsOptional() @IsNumber() @Min(0) @Max(100_000) hours?: number;
  /** How long the function may be away. @example 8 */
  @IsOptional() @IsNumber() @Min(0.01) @Max(100_000) impactToleranceHours?: number;
  /** Reports and logs: a drill without them is a story. @example ['https://wiki.example/drills/2026-11-12'] */
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(50)
  @IsString({ each: true })
  @Length(1, 500, { each: true })
  evidence: string[];
  /** @example 'All calls moved to the open model within one working day.' */
  @IsString() @Length(3, 2000) note: string;
}

export class DrillResponse {
  /** @example 'drl_01kc0000000000000000000000' */
  id: string;
  kind: string;
  scenario: string;
  at: string;
  passed: boolean;
  hours: number | null;
  impactToleranceHours: number | null;
  /** `history:12`: the project's own history shows it. */
  source: string;
  recordedBy: string;
  evidence: string[];
  note: string;
}

export class DrillListResponse {
  drills: DrillResponse[];
}

export class SwitchingCostDto {
  /** @example 40 */
  @IsNumber() @Min(0) @Max(moneyMax) engineeringDays: number;
  /** @example 800 */
  @IsNumber() @Min(0) @Max(moneyMax) usdPerEngineeringDay: number;
  @IsNumber() @Min(0) @Max(moneyMax) reevaluationUsd: number;
  @IsNumber() @Min(0) @Max(moneyMax) relabellingUsd: number;
  @IsNumber() @Min(0) @Max(moneyMax) retrainingUsd: number;
  @IsNumber() @Min(0) @Max(moneyMax) reembeddingUsd: number;
  @IsNumber() @Min(0) @Max(moneyMax) dualRunningUsd: number;
  @IsNumber() @Min(0) @Max(moneyMax) forfeitedCommitmentUsd: number;
  @IsNumber() @Min(0) @Max(moneyMax) residualQualityLossUsd: number;
}

export class EstimateCostsRequest {
  /** What leaving costs; left out: nobody estimated it. */
  @IsOptional() @ValidateNested() @Type(() => SwitchingCostDto) switching?: SwitchingCostDto;
  /** USD to mend each indicator, by its id. @example { "6.3": 1000 } */
  @IsDefined() @IsObject() remediesUsd: Record<string, number>;
}

export class CostsResponse {
  switching: SwitchingCostDto | null;
  remediesUsd: Record<string, number>;
  updatedBy: string | null;
  updatedAt: string | null;
}

export function toInvoiceResponse({ id, fromAt, untilAt, lines, createdBy, createdAt }: Invoice): InvoiceResponse {
  const day = (at: number) => new Date(at).toISOString().slice(0, 10);
  return {
    id,
    from: day(fromAt),
    until: day(untilAt),
    lines: lines.map((line) => ({
      vendor: line.vendor,
      from: day(line.fromAt),
      until: day(line.untilAt),
      amount: line.amount,
      currency: line.currency,
      ...(line.model !== null && { model: line.model }),
      ...(line.calls !== null && { calls: line.calls }),
      ...(line.inputTokens !== null && { inputTokens: line.inputTokens }),
      ...(line.outputTokens !== null && { outputTokens: line.outputTokens }),
    })),
    createdBy,
    createdAt: new Date(createdAt).toISOString(),
  };
}

export function toDrillResponse({ projectId: _, at, evidence, ...drill }: Drill): DrillResponse {
  return { ...drill, at: new Date(at).toISOString(), evidence: [...evidence] };
}

export function toCosts(value: CostEstimates, marks: { by: string; at: number } | null): CostsResponse {
  return {
    switching: value.switching === null ? null : { ...value.switching },
    remediesUsd: { ...value.remediesUsd },
    updatedBy: marks?.by ?? null,
    updatedAt: marks === null ? null : new Date(marks.at).toISOString(),
  };
}
