import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsInt, IsOptional, IsString, Length, Max, Min } from 'class-validator';
import { servedModelOf, type TrainingRun, type TrainingState } from './runs/training-run.js';
import type { RunsPage } from './runs/training-store.js';

export class ListTrainingRunsQuery {
  /** `next` of the page before. */
  @ApiProperty({ required: false, example: 'trn_01jz3k5v8m4q2w7x9y0abcdefg' })
  @IsOptional()
  @IsString()
  @Length(1, 64)
  after?: string;

  /** Runs on a page. */
  @ApiProperty({ required: false, example: 20 })
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(100)
  limit?: number;
}

export class TrainingRunResponse {
  @ApiProperty({ example: 'trn_01jz3k5v8m4q2w7x9y0abcdefg' })
  id: string;
  @ApiProperty({ example: 'prj_01jz3k5v8m4q2w7x9y0abcdefg' })
  projectId: string;
  @ApiProperty({ example: 'dst_01jz3k5v8m4q2w7x9y0abcdefg' })
  datasetId: string;
  @ApiProperty({ example: 'sha256:9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08' })
  datasetDigest: string;
  @ApiProperty({ example: 'baseline-student' })
  recipe: string;
  @ApiProperty({ enum: ['running', 'succeeded', 'failed', 'cancelled'], example: 'succeeded' })
  state: TrainingState;
  /** Work done, 0 to 1; null where unknown. */
  @ApiProperty({ type: Number, nullable: true, example: 1 })
  progressShare: number | null;
  @ApiProperty({ type: Number, nullable: true, example: null })
  etaSeconds: number | null;
  @ApiProperty({ example: 9003 })
  trainRows: number;
  @ApiProperty({ type: Number, nullable: true, example: 11.8 })
  trainSeconds: number | null;
  @ApiProperty({ type: String, nullable: true, example: 'art_01jz3k5v8m4q2w7x9y0abcdefg' })
  artefactId: string | null;
  @ApiProperty({
    type: String,
    nullable: true,
    example: 'sha256:2c26b46b68ffc68ff99b453c1d30413413422d706483bfa0f98a5e886266e7ae',
  })
  artefactDigest: string | null;
  /** The model name under which the candidate answers at /candidates/{artefactId}/v1. */
  @ApiProperty({ type: String, nullable: true, example: 'baseline-student:art_01jz3k5v8m4q2w7x9y0abcdefg' })
  servedModel: string | null;
  /** Why it failed. */
  @ApiProperty({ type: String, nullable: true, example: null })
  failure: string | null;
  @ApiProperty({ example: 'ada@example.com' })
  createdBy: string;
  /** Milliseconds since the epoch, as all times here. */
  @ApiProperty({ example: 1760000000000 })
  createdAt: number;
  @ApiProperty({ type: Number, nullable: true, example: 1760000000000 })
  startedAt: number | null;
  @ApiProperty({ type: Number, nullable: true, example: 1760000012000 })
  finishedAt: number | null;
}

export class TrainingRunListResponse {
  @ApiProperty({ type: () => [TrainingRunResponse] })
  runs: TrainingRunResponse[];
  /** Hand in as `after` for the next page; null on the last. */
  @ApiProperty({ type: String, nullable: true, example: null })
  next: string | null;
}

export function toTrainingRunResponse(run: TrainingRun): TrainingRunResponse {
  return { ...run, servedModel: run.artefactId === null ? null : servedModelOf(run.artefactId) };
}

export function toTrainingRunListResponse({ runs, next }: RunsPage): TrainingRunListResponse {
  return { runs: runs.map(toTrainingRunResponse), next };
}
