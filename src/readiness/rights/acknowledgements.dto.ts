import { IsString, Length } from 'class-validator';
import type { RightsAcknowledgement } from './acknowledgement-store.js';

export class SignSourceRequest {
  /** As the findings on rights name it. @example 'vendor:openai/api' */
  @IsString() @Length(1, 200) source: string;
  /** What you looked at and why it is right. @example 'Legal read section 3.3(e) on 2026-11-20: the classifier stays internal.' */
  @IsString() @Length(10, 4000) reason: string;
}

export class AcknowledgementResponse {
  /** @example 'ack_01kc0000000000000000000000' */
  id: string;
  source: string;
  /** Of the use it was signed for: another model, kind or distribution asks again. */
  targetDigest: string;
  by: string;
  reason: string;
  at: string;
  withdrawnBy: string | null;
  withdrawnAt: string | null;
}

export class AcknowledgementListResponse {
  acknowledgements: AcknowledgementResponse[];
}

export function toAcknowledgementResponse(one: RightsAcknowledgement): AcknowledgementResponse {
  const { id, source, targetDigest, by, reason, at, withdrawn } = one;
  return {
    id,
    source,
    targetDigest,
    by,
    reason,
    at: new Date(at).toISOString(),
    withdrawnBy: withdrawn?.by ?? null,
    withdrawnAt: withdrawn === null ? null : new Date(withdrawn.at).toISOString(),
  };
}
