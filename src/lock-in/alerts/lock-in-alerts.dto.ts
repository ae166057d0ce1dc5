import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsIn, IsInt, IsISO8601, IsOptional, IsString, Length, Max, Min } from 'class-validator';
import { alertOwners, alertSeverities } from './alert.js';
import type { RememberedAlert, StandingAlert } from './alerts-of.js';

const isoOf = (ms: number | null) => (ms === null ? null : new Date(ms).toISOString());

export class LockInAcknowledgementResponse {
  by: string;
  reason: string;
  at: string;
  until: string;
}

export class AlertResponse {
  /** The same thing has the same key every day; a worse state has another. @example 'shutdown.near/gpt-4o/late' */
  key: string;
  /** 1 to 16. @example 1 */
  rule: number;
  /** @example 'shutdown.near' */
  name: string;
  @ApiProperty({ enum: alertSeverities })
  severity: string;
  @ApiProperty({ enum: ['open', 'acknowledged'] })
  state: string;
  /** It was acknowledged until a date that has passed, and still holds. */
  isBack: boolean;
  /** Since which measurement it stands; null: none has seen it yet. */
  openedAt: string | null;
  text: string;
  /** Who has to act. */
  @ApiProperty({ enum: alertOwners })
  owner: string;
  remedy: string;
  evidence: string[];
  expiresAt: string | null;
  @ApiProperty({ type: () => LockInAcknowledgementResponse, nullable: true })
  acknowledgement: LockInAcknowledgementResponse | null;
}

export class ClosedAlertResponse {
  key: string;
  openedAt: string;
  closedAt: string;
}

export class AlertListResponse {
  alerts: AlertResponse[];
  /** Whose condition is gone, newest first. */
  closed: ClosedAlertResponse[];
}

export class ProjectAlertResponse extends AlertResponse {
  /** @example 'prj_01kc0000000000000000000001' */
  projectId: string;
}

export class AlertBoardResponse {
  /** Of the projects on this page: open ones first, then the worst, as of the newest measurement of each. */
  alerts: ProjectAlertResponse[];
  /** How many measured projects the page looked at. */
  projects: number;
  /** Give it as `page` to go on; null: these were the last. */
  @ApiProperty({ type: String, nullable: true, example: null })
  nextCursor: string | null;
}

export class AlertBoardQuery {
  @ApiProperty({ required: false, enum: ['open', 'acknowledged'] })
  @IsOptional()
  @IsIn(['open', 'acknowledged'])
  state?: string;

  /** Who has to act. */
  @ApiProperty({ required: false, enum: alertOwners })
  @IsOptional()
  @IsIn(alertOwners)
  owner?: string;

  /** At least as bad. */
  @ApiProperty({ required: false, enum: alertSeverities })
  @IsOptional()
  @IsIn(alertSeverities)
  severity?: (typeof alertSeverities)[number];

  /** `nextCursor` of the page before. */
  @ApiProperty({ required: false, example: 'prj_01kc0000000000000000000001' })
  @IsOptional()
  @IsString()
  @Length(1, 64)
  page?: string;

  /** Projects on a page. */
  @ApiProperty({ required: false, minimum: 1, maximum: 1000, default: 500, example: 500 })
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(1000)
  limit?: number;
}

export class AcknowledgeAlertRequest {
  /** @example 'shutdown.near/gpt-4o/late' */
  @IsString() @Length(3, 500) key: string;
  /** @example 'The migration runs; its end is in October.' */
  @IsString() @Length(1, 2000) reason: string;
  /** Then it is open again if it still holds. At most 180 days ahead. @example '2027-01-31T00:00:00Z' */
  @IsISO8601({ strict: true }) until: string;
}

export function toAlertList(standing: readonly StandingAlert[], memory: readonly RememberedAlert[]): AlertListResponse {
  const open = new Map(memory.filter((one) => one.closedAt === null).map((one) => [one.key, one.openedAt]));
  return {
    alerts: standing.map((alert) => toAlertResponse(alert, open.get(alert.key) ?? null)),
    closed: memory
      .flatMap(({ key, openedAt, closedAt }) => (closedAt === null ? [] : [{ key, openedAt, closedAt }]))
      .sort((left, right) => right.closedAt - left.closedAt)
      .map(({ key, openedAt, closedAt }) => ({
        key,
        openedAt: new Date(openedAt).toISOString(),
        closedAt: new Date(closedAt).toISOString(),
      })),
  };
}

export function toAlertResponse(alert: StandingAlert, openedAt: number | null): AlertResponse {
  const { key, rule, name, severity, state, isBack, text, owner, remedy, evidence, expiresAt } = alert;
  const { acknowledgement: held } = alert;
  return {
    ...{ key, rule, name, severity, state, isBack, text, owner, remedy },
    evidence: [...evidence],
    openedAt: isoOf(openedAt),
    expiresAt: isoOf(expiresAt),
    acknowledgement:
      held === null
        ? null
        : { by: held.by, reason: held.reason, at: isoOf(held.at) ?? '', until: isoOf(held.until) ?? '' },
  };
}
