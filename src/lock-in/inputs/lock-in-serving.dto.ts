import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsISO8601,
  IsNumber,
  IsObject,
  IsOptional,
  IsString,
  Length,
  Max,
  Min,
  ValidateNested,
} from 'class-validator';
import type { Seen, ServingFacts } from '../measurement.js';

const capacityMax = 1e12;
const supports = ['current', 'old', 'dropped'] as const;

export class LoadTestDto {
  /** What is carried when the largest node is lost, in the unit of the peak. @example 140 */
  @IsNumber() @Min(0) @Max(capacityMax) capacityWithoutLargestNode: number;
  /** @example 100 */
  @IsNumber() @Min(0) @Max(capacityMax) peak: number;
}

export class ReportServingRequest {
  /** When it was seen; left out: now. @example '2026-11-25T02:00:00.000Z' */
  @IsOptional() @IsISO8601({ strict: true }) observedAt?: string;
  /** Ids or addresses of the scan, the inventory, the test. @example ['https://ci.example/scans/4711'] */
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(50)
  @IsString({ each: true })
  @Length(1, 500, { each: true })
  evidence: string[];
  /** Capacity by supplier, in one unit. @example { "own machines": 4, "acme cloud": 2 } */
  @ApiPropertyOptional({ type: Object, additionalProperties: { type: 'number', minimum: 0 } })
  @IsOptional()
  @IsObject()
  capacityBySupplier?: Record<string, number>;
  @IsOptional() @ValidateNested() @Type(() => LoadTestDto) loadTest?: LoadTestDto;
  /** Of the version of the serving engine. @example 'current' */
  @ApiPropertyOptional({ enum: supports })
  @IsOptional()
  @IsIn(supports)
  engineSupport?: (typeof supports)[number];
  /** Share of serving that needs one kind of hardware. @example 0.5 */
  @IsOptional() @IsNumber() @Min(0) @Max(1) hardwareOnlyShare?: number;
  /** Critical or exploited faults that a scan of the serving image found. @example 0 */
  @IsOptional() @IsInt() @Min(0) @Max(1_000_000) criticalFaults?: number;
  /** Share of the segments whose live answers are scored. @example 0.8 */
  @IsOptional() @IsNumber() @Min(0) @Max(1) qualitySampledShare?: number;
  /** Whether something watches for drift of the served model. @example true */
  @IsOptional() @IsBoolean() hasDriftMonitor?: boolean;
}

class SeenResponse {
  observedAt: string;
  evidence: string[];
}

export class SeenCapacityResponse extends SeenResponse {
  @ApiProperty({ type: Object, additionalProperties: { type: 'number' } })
  value: Record<string, number>;
}

export class SeenLoadTestResponse extends SeenResponse {
  value: LoadTestDto;
}

export class SeenSupportResponse extends SeenResponse {
  @ApiProperty({ enum: supports })
  value: (typeof supports)[number];
}

export class SeenNumberResponse extends SeenResponse {
  value: number;
}

export class SeenMonitorResponse extends SeenResponse {
  value: boolean;
}

/** Null: nobody has reported it. */
export class ServingResponse {
  capacityBySupplier: SeenCapacityResponse | null;
  loadTest: SeenLoadTestResponse | null;
  engineSupport: SeenSupportResponse | null;
  hardwareOnlyShare: SeenNumberResponse | null;
  criticalFaults: SeenNumberResponse | null;
  qualitySampledShare: SeenNumberResponse | null;
  hasDriftMonitor: SeenMonitorResponse | null;
}

function shown<Value, Shown>(seen: Seen<Value> | undefined, as: (value: Value) => Shown) {
  return seen === undefined
    ? null
    : { value: as(seen.value), observedAt: new Date(seen.at).toISOString(), evidence: [...seen.evidence] };
}

export function toServingResponse(facts: ServingFacts): ServingResponse {
  const asItIs = <Value>(value: Value) => value;
  return {
    capacityBySupplier: shown(facts.capacityBySupplier, (value) => ({ ...value })),
    loadTest: shown(facts.loadTest, (value) => ({ ...value })),
    engineSupport: shown(facts.engineSupport, asItIs),
    hardwareOnlyShare: shown(facts.hardwareOnlyShare, asItIs),
    criticalFaults: shown(facts.criticalFaults, asItIs),
    qualitySampledShare: shown(facts.qualitySampledShare, asItIs),
    hasDriftMonitor: shown(facts.hasDriftMonitor, asItIs),
  };
}
