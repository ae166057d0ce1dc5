import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsInt, IsOptional, IsString, Length, Matches, Max, Min } from 'class-validator';
import type { EvaluationItem, EvaluationRecord, EvaluationState } from './evaluation-record.js';
import type { EvaluationsPage, ItemsPage } from './evaluation-store.js';

export class ListEvaluationsQuery {
  /** `next` of the page before. */
  @ApiProperty({ required: false, example: 'evl_01jz3k5v8m4q2w7x9y0abcdefg' })
  @IsOptional()
  @IsString()
  @Length(1, 64)
  after?: string;

  /** Evaluations on a page. */
  @ApiProperty({ required: false, example: 20 })
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(100)
  limit?: number;
}

export class ListEvaluationItemsQuery {
  /** `next` of the page before. */
  @ApiProperty({ required: false, example: '0:7f83b1657ff1fc53' })
  @IsOptional()
  @Matches(/^[0-2]:.{1,200}$/)
  after?: string;

  /** Rows on a page. */
  @ApiProperty({ required: false, example: 50 })
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(500)
  limit?: number;
}

export class EvaluationResponse {
  @ApiProperty({ example: 'evl_01jz3k5v8m4q2w7x9y0abcdefg' })
  id: string;
  @ApiProperty({ example: 'prj_01jz3k5v8m4q2w7x9y0abcdefg' })
  projectId: string;
  @ApiProperty({ example: 'dst_01jz3k5v8m4q2w7x9y0abcdefg' })
  datasetId: string;
  @ApiProperty({ example: 'sha256:9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08' })
  datasetDigest: string;
  @ApiProperty({ example: 'sha256:2c26b46b68ffc68ff99b453c1d30413413422d706483bfa0f98a5e886266e7ae' })
  artefactDigest: string;
  /** succeeded: the comparison was made, whatever its verdict, which stands in `comparison.outcome`. */
  @ApiProperty({ enum: ['running', 'succeeded', 'failed', 'cancelled'], example: 'succeeded' })
  state: EvaluationState;
  /** Rows of the held-out split. */
  @ApiProperty({ example: 1200 })
  rows: number;
  @ApiProperty({ type: Number, nullable: true, example: 1 })
  progressShare: number | null;
  @ApiProperty({ type: Number, nullable: true, example: null })
  etaSeconds: number | null;
  /** Who was right how often, the interval of the difference, the verdict; null until it has succeeded. */
  @ApiProperty({
    type: 'object',
    additionalProperties: true,
    nullable: true,
    example: { n: 1200, candidateAccuracy: 0.91, incumbentAccuracy: 0.92, differenceLow: -0.021, outcome: 'pass' },
  })
  comparison: Readonly<Record<string, unknown>> | null;
  @ApiProperty({ type: String, nullable: true, example: null })
  failure: string | null;
  /** Milliseconds since the epoch, as all times here. */
  @ApiProperty({ example: 1760000000000 })
  createdAt: number;
  @ApiProperty({ type: Number, nullable: true, example: 1760000000000 })
  startedAt: number | null;
  @ApiProperty({ type: Number, nullable: true, example: 1760000120000 })
  finishedAt: number | null;
}

export class EvaluationListResponse {
  @ApiProperty({ type: () => [EvaluationResponse] })
  evaluations: EvaluationResponse[];
  /** Hand in as `after` for the next page; null on the last. */
  @ApiProperty({ type: String, nullable: true, example: null })
  next: string | null;
}

export class EvaluationItemResponse {
  @ApiProperty({ example: '7f83b1657ff1fc53' })
  rowKey: string;
  @ApiProperty({ example: 'card_arrival' })
  expected: string;
  /** Null: no answer came. */
  @ApiProperty({ type: String, nullable: true, example: 'card_arrival' })
  incumbentAnswer: string | null;
  @ApiProperty({ type: String, nullable: true, example: 'lost_card' })
  candidateAnswer: string | null;
  /** Null: cannot be told. */
  @ApiProperty({ type: Boolean, nullable: true, example: true })
  incumbentCorrect: boolean | null;
  @ApiProperty({ type: Boolean, nullable: true, example: false })
  candidateCorrect: boolean | null;
  /** Which side failed to answer and why. */
  @ApiProperty({ type: String, nullable: true, example: null })
  problem: string | null;
}

export class EvaluationItemListResponse {
  /** Rows on which exactly one side was right first, then those with a problem. */
  @ApiProperty({ type: () => [EvaluationItemResponse] })
  items: EvaluationItemResponse[];
  @ApiProperty({ type: String, nullable: true, example: '0:7f83b1657ff1fc53' })
  next: string | null;
}

export function toEvaluationResponse(evaluation: EvaluationRecord): EvaluationResponse {
  return { ...evaluation };
}

export function toEvaluationListResponse({ evaluations, next }: EvaluationsPage): EvaluationListResponse {
  return { evaluations: evaluations.map(toEvaluationResponse), next };
}

export function toEvaluationItemListResponse({ items, next }: ItemsPage): EvaluationItemListResponse {
  return { items: items.map((item: EvaluationItem): EvaluationItemResponse => ({ ...item })), next };
}
