import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsIn, IsInt, IsOptional, Matches, Max, Min } from 'class-validator';
import { type Arm, arms, type Exchange, type ExchangeSummary, exchangeOutcomes, routes } from './exchange.js';
import type { ExchangePage, ExchangeQuery } from './exchange-store.js';

const pageMax = 500;
const usualPage = 50;

export class ListExchangesQuery {
  /** The `next` of the page before. */
  @ApiProperty({ required: false, example: 'exc_01kc0000000000000000000000' })
  @IsOptional()
  @Matches(/^exc_[0-9a-z]{26}$/)
  after?: string;

  /** How many at most. */
  @ApiProperty({ required: false, minimum: 1, maximum: pageMax, default: usualPage, example: 50 })
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(pageMax)
  limit?: number;

  /** Only calls of this arm. */
  @ApiProperty({ required: false, enum: arms, example: 'candidate' })
  @IsOptional()
  @IsIn(arms)
  arm?: Arm;
}

export class ExchangeSummaryResponse {
  @ApiProperty({ example: 'exc_01kc0000000000000000000000' })
  id: string;
  @ApiProperty({ example: '2026-11-25T10:00:00.000Z' })
  at: string;
  /** Which attempt at the cutover; 0 before the first. */
  @ApiProperty({ example: 1 })
  attempt: number;
  @ApiProperty({ enum: arms, example: 'incumbent' })
  arm: string;
  /** Why the call was made: `fallback` where the candidate had failed, `shadow` where nobody waited for it. */
  @ApiProperty({ enum: routes, example: 'incumbent' })
  route: string;
  @ApiProperty({ example: 'openai' })
  vendor: string;
  @ApiProperty({ type: String, nullable: true, example: 'gpt-4o' })
  modelAsked: string | null;
  @ApiProperty({ type: String, nullable: true, example: 'gpt-4o-2024-08-06' })
  modelServed: string | null;
  @ApiProperty({ type: Number, nullable: true, example: 200 })
  status: number | null;
  @ApiProperty({ enum: exchangeOutcomes, example: 'ok' })
  outcome: string;
  @ApiProperty({ example: false })
  streamed: boolean;
  /** Hash of what the split is dealt by. */
  @ApiProperty({ type: String, nullable: true, example: null })
  unitHash: string | null;
  /** Cached ones included; null is unknown. */
  @ApiProperty({ type: Number, nullable: true, example: 812 })
  promptTokens: number | null;
  @ApiProperty({ type: Number, nullable: true, example: 0 })
  cachedTokens: number | null;
  @ApiProperty({ type: Number, nullable: true, example: 6 })
  completionTokens: number | null;
  @ApiProperty({ enum: ['provider', 'estimated', 'unknown'], example: 'provider' })
  usageSource: string;
  /** Integer, 1e-9 USD; null is unknown, never free. */
  @ApiProperty({ type: Number, nullable: true, example: 2090000 })
  costNanoUsd: number | null;
  @ApiProperty({ example: 642.5 })
  latencyMs: number;
  @ApiProperty({ type: Number, nullable: true, example: 240.1 })
  firstByteMs: number | null;
  @ApiProperty({ example: '/chat/completions' })
  path: string;
  /** A body was longer than what is kept. */
  @ApiProperty({ example: false })
  truncated: boolean;
  @ApiProperty({ type: String, nullable: true, example: null })
  error: string | null;
  @ApiProperty({ type: Object, additionalProperties: { type: 'string' }, example: { app: 'triage' } })
  tags: Record<string, string>;
  @ApiProperty({ type: String, nullable: true, example: null })
  termsVersion: string | null;
}

export class ExchangeListResponse {
  /** Newest first, without bodies. */
  @ApiProperty({ type: () => [ExchangeSummaryResponse] })
  exchanges: ExchangeSummaryResponse[];
  /** Hand in as `after`; null on the last page. */
  @ApiProperty({ type: String, nullable: true, example: null })
  next: string | null;
}

export class BodyResponse {
  /** `base64` when the bytes are not UTF-8 text. */
  @ApiProperty({ enum: ['utf-8', 'base64'], example: 'utf-8' })
  encoding: 'utf-8' | 'base64';
  @ApiProperty({ example: '{"model":"gpt-4o","messages":[]}' })
  text: string;
  @ApiProperty({ example: 32 })
  bytes: number;
}

export class ExchangeResponse extends ExchangeSummaryResponse {
  /** Null when bodies are not captured. */
  @ApiProperty({ type: () => BodyResponse, nullable: true })
  request: BodyResponse | null;
  /** The ordered events, for a streamed answer. */
  @ApiProperty({ type: () => BodyResponse, nullable: true })
  response: BodyResponse | null;
}

function toSummaryResponse(exchange: ExchangeSummary): ExchangeSummaryResponse {
  const { projectId: _, at, tags, ...rest } = exchange;
  return { ...rest, at: new Date(at).toISOString(), tags: { ...tags } };
}

function toBody(bytes: Buffer | null): BodyResponse | null {
  if (bytes === null) {
    return null;
  }
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return { encoding: 'utf-8', text, bytes: bytes.length };
  } catch {
    return { encoding: 'base64', text: bytes.toString('base64'), bytes: bytes.length };
  }
}

export function toExchangeQuery(projectId: string, query: ListExchangesQuery): ExchangeQuery {
  const { after = null, limit = usualPage, arm } = query;
  return { projectId, after, limit, ...(arm !== undefined && { arm }) };
}

export function toListResponse(page: ExchangePage): ExchangeListResponse {
  return { exchanges: page.exchanges.map(toSummaryResponse), next: page.next };
}

export function toExchangeResponse(exchange: Exchange): ExchangeResponse {
  const { request, response, ...summary } = exchange;
  return { ...toSummaryResponse(summary), request: toBody(request), response: toBody(response) };
}
