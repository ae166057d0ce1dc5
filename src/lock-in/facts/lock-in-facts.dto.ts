import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsIn,
  IsInt,
  IsISO8601,
  IsNumber,
  IsOptional,
  IsString,
  Length,
  Matches,
  Max,
  Min,
  ValidateIf,
} from 'class-validator';
import { numberOrText } from '../../platform/http/number-or-text.js';
import { LockInFactResponse } from '../lock-in.dto.js';
import { explainFact } from '../measure/explain-score.js';
import type { Fact } from '../score/fact.js';
import type { Declaration } from './check-declaration.js';

const evidenceMax = 50;

export class DeclareFactRequest {
  /** @example '4.4' */
  @IsString() @Matches(/^t?\d{1,2}\.\d{1,2}$/) indicator: string;
  /** A number, or one of the indicator's words. */
  @ApiProperty({ ...numberOrText, example: 'both' })
  @ValidateIf((one: DeclareFactRequest) => typeof one.value !== 'string')
  @IsNumber()
  value: number | string;
  /** `documented`: a document says so, and the evidence names it. @example 'declared' */
  @IsIn(['documented', 'declared']) basis: 'documented' | 'declared';
  /** When it was true; left out: now. @example '2026-11-20T00:00:00.000Z' */
  @IsOptional() @IsISO8601({ strict: true }) observedAt?: string;
  /** After it the fact is no longer believed. @example '2027-11-20T00:00:00.000Z' */
  @IsOptional() @IsISO8601({ strict: true }) validUntil?: string;
  /** Ids or addresses of what shows it. @example ['contract-2026-17, clause 12'] */
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(evidenceMax)
  @IsString({ each: true })
  @Length(1, 500, { each: true })
  evidence?: string[];
  /** In words. @example 'Exit assistance for 90 days and return of all data.' */
  @IsString() @Length(3, 2000) note: string;
  /** Who answers for it; left out: the caller. @example 'grace' */
  @IsOptional() @IsString() @Length(1, 120) owner?: string;
}

export class ListFactsQuery {
  /** Of one indicator alone. @example '1.4' */
  @IsOptional() @Matches(/^t?\d{1,2}\.\d{1,2}$/) indicator?: string;
  /** `nextCursor` of the page before. */
  @IsOptional() @Matches(/^fct_[0-9a-z]{26}$/) cursor?: string;
  /** @example 100 */
  @IsOptional() @Type(() => Number) @IsInt() @Min(1) @Max(500) limit?: number;
}

export class LockInRecordedFactResponse extends LockInFactResponse {
  /** @example '4.4' */
  indicatorId: string;
  recordedAt: string;
  /** The fact that ruled until this one was recorded; null: there was none. */
  supersedes: string | null;
}

export class LockInFactListResponse {
  facts: LockInRecordedFactResponse[];
  /** Null: this is the last page. */
  nextCursor: string | null;
}

export function toDeclaration(request: DeclareFactRequest, caller: string): Declaration {
  const timeOf = (text: string | undefined) => (text === undefined ? null : Date.parse(text));
  return {
    indicatorId: request.indicator,
    value: request.value,
    basis: request.basis,
    observedAt: timeOf(request.observedAt),
    validUntil: timeOf(request.validUntil),
    evidence: request.evidence ?? [],
    note: request.note,
    owner: request.owner ?? caller,
  };
}

export function toRecordedFact(fact: Fact): LockInRecordedFactResponse {
  const explained = explainFact(fact);
  return {
    ...explained,
    evidence: [...explained.evidence],
    indicatorId: fact.indicatorId,
    recordedAt: new Date(fact.recordedAt).toISOString(),
    supersedes: fact.supersedes ?? null,
  };
}
