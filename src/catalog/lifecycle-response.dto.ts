import { ApiProperty } from '@nestjs/swagger';
import { LifecycleResponse, type ToldEndResponse } from './catalog.dto.js';
import type { Lifecycle } from './lifecycle/lifecycle.js';
import type { Notices } from './lifecycle/notices.js';
import type { ToldEnd } from './lifecycle/told-end.js';
import type { Attrition } from './models/developer-of.js';

export class AttritionResponse {
  /** Models that left, per model and year. */
  @ApiProperty({ example: 0.16 })
  perYear: number;
  @ApiProperty({ example: true })
  isLowerBound: boolean;
  @ApiProperty({ format: 'date', example: '2025-02-06' })
  countedFrom: string;
  @ApiProperty({ format: 'date', example: '2026-07-24' })
  countedUntil: string;
  @ApiProperty({ example: 'LiteLLM price file' })
  source: string;
}

export class NoticesResponse {
  @ApiProperty({ example: 'OpenAI' })
  developer: string;
  /** One for each announcement, shortest first. */
  @ApiProperty({ type: [Number], example: [3, 60, 92] })
  noticeDays: number[];
  /** What stands in for a date where none is announced; null: no notice is on file. */
  @ApiProperty({ type: Number, nullable: true, example: 65.1 })
  p10Days: number | null;
  @ApiProperty({ type: Number, nullable: true, example: 180 })
  promisedDays: number | null;
  /** From release to end, of the models that have ended. */
  @ApiProperty({ type: Number, nullable: true, example: 730 })
  medianLifeDays: number | null;
  @ApiProperty({ example: 8 })
  retiredModels: number;
  @ApiProperty({ type: [String] })
  sources: string[];
  @ApiProperty({ type: () => AttritionResponse, nullable: true })
  attrition: AttritionResponse | null;
}

export class LifecycleListResponse {
  @ApiProperty({ type: () => [LifecycleResponse] })
  lifecycles: LifecycleResponse[];
  @ApiProperty({ type: () => [NoticesResponse] })
  developers: NoticesResponse[];
}

function toToldEnd({ saidBefore, ...end }: ToldEnd): ToldEndResponse {
  return end;
}

export function toLifecycleResponse({ deprecatedOn, ...lifecycle }: Lifecycle): LifecycleResponse {
  const { shutdownAt, ruling, told, conflicts, formerEnds, replacements, ...shown } = lifecycle;
  return {
    ...shown,
    shutdownAt: shutdownAt === null ? null : new Date(shutdownAt).toISOString(),
    replacements: [...replacements],
    ruling: ruling === null ? null : toToldEnd(ruling),
    told: told.map(toToldEnd),
    conflicts: conflicts.map(toToldEnd),
    formerEnds: formerEnds.map(toToldEnd),
  };
}

export function toNoticesResponse(notices: Notices, attrition: Attrition | null): NoticesResponse {
  return {
    ...notices,
    noticeDays: [...notices.noticeDays],
    sources: [...notices.sources],
    attrition: attrition === null ? null : { ...attrition },
  };
}
