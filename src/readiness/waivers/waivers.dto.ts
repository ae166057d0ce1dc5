import { IsISO8601, IsString, Length, Matches } from 'class-validator';
import type { Waiver } from './waiver-store.js';

export class GrantWaiverRequest {
  /** The check whose warning or failure is accepted. @example 'B03' */
  @Matches(/^[A-Z]\d\d$/, { message: 'must be the id of a check, such as B03' }) checkId: string;
  /** @example 'The templates are those of production; customers fill them in.' */
  @IsString() @Length(1, 2000) reason: string;
  /** From this moment on it does not hold. At most a year ahead. @example '2027-01-31T00:00:00Z' */
  @IsISO8601() until: string;
}

export class WaiverResponse {
  /** @example 'wvr_01kc0000000000000000000000' */
  id: string;
  checkId: string;
  by: string;
  reason: string;
  /** @example '2027-01-31T00:00:00.000Z' */
  until: string;
  at: string;
  withdrawnBy: string | null;
  withdrawnAt: string | null;
}

export class WaiverListResponse {
  waivers: WaiverResponse[];
}

const isoOf = (ms: number) => new Date(ms).toISOString();

export function toWaiverResponse({ id, checkId, by, reason, until, at, withdrawn }: Waiver): WaiverResponse {
  return {
    id,
    checkId,
    by,
    reason,
    until: isoOf(until),
    at: isoOf(at),
    withdrawnBy: withdrawn?.by ?? null,
    withdrawnAt: withdrawn === null ? null : isoOf(withdrawn.at),
  };
}
