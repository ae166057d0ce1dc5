import { Type } from 'class-transformer';
import { IsInt, IsOptional, IsString, Length, Max, Min } from 'class-validator';
import type { FeedPage } from './feed.service.js';

export class FeedQueryDto {
  /** `nextCursor` of the page before, or `cursor` of /v1/status; left out reads from the oldest event that is kept. */
  @IsOptional()
  @IsString()
  @Length(1, 200)
  after?: string;

  /** @example 100 */
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(1000)
  limit?: number;
}

export class StreamQueryDto {
  /** Where to begin, for readers that cannot send Last-Event-ID; left out begins now. */
  @IsOptional()
  @IsString()
  @Length(1, 200)
  after?: string;
}

export class FeedActorResponse {
  /** @example 'ada' */
  person: string;
  /** @example 'lead' */
  role: string;
}

export class FeedTrafficResponse {
  /** incumbent, shadow, split or candidate. @example 'split' */
  mode: string;
  /** @example 5 */
  candidateWeightPercent: number;
}

export class FeedLockInResponse {
  /** 0 to 100. @example 64.6 */
  score: number;
  /** low, moderate, high or severe; null: not assessed. @example 'high' */
  band: string | null;
  /** Day of the measurement. @example '2026-11-25' */
  day: string;
}

export class FeedForcedResponse {
  /** @example '2026-10-23' */
  shutdownOn: string;
  /** Negative: it is over. @example -33 */
  daysLeft: number;
}

export class FeedEventResponse {
  /** Unique and stable: whoever sees it twice has seen one event. @example 'prj_01kc0000000000000000000000.v17' */
  id: string;
  /** @example 'project.advance' */
  type: string;
  /** @example 'prj_01kc0000000000000000000000' */
  projectId: string;
  /** The version of the project that this made. @example 17 */
  version: number;
  /** @example '2026-11-25T10:00:00.000Z' */
  at: string;
  actor: FeedActorResponse;
  /** Null for a new project. @example 'collecting.awaitingApproval' */
  from: string | null;
  /** @example 'tuning.queued' */
  to: string;
  traffic: FeedTrafficResponse;
  /** As was known when the project was stepped; null: not known. */
  lockIn: FeedLockInResponse | null;
  /** Null: nothing forced it to leave. */
  forced: FeedForcedResponse | null;
  /** Of the entry in the project's history. */
  hash: string;
  /** The cursor right after this event. */
  position: string;
}

export class FeedResponse {
  events: FeedEventResponse[];
  /** Hand in as `after`; there is always one, also on an empty page. */
  nextCursor: string;
  /** @example false */
  hasMore: boolean;
}

export function toFeedResponse({ events, nextCursor, hasMore }: FeedPage): FeedResponse {
  return { events: [...events], nextCursor, hasMore };
}
