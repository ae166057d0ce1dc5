// The shape of a status document for the API description. The document itself is made in project-status.ts, when a
// version is committed, and sent as it was stored.
import { ApiProperty } from '@nestjs/swagger';
import { numberOrText } from '../../platform/http/number-or-text.js';
import { ForcedModeResponse, LockInStandingResponse } from '../standing/standing.dto.js';

export class StatusBlockerResponse {
  /** @example 'enough-training-rows' */
  criterion: string;
  /** @example '812 usable training rows; 2,000 are needed.' */
  text: string;
  /** Null when it could not be measured. */
  @ApiProperty({ ...numberOrText, nullable: true, example: 812 })
  measured: number | string | null;
  @ApiProperty({ ...numberOrText, nullable: true, example: 2000 })
  required: number | string | null;
}

export class StatusGateResponse {
  /** @example 'data-ready' */
  name: string;
  /** @example 'blocked' */
  state: string | null;
  /** pass, fail, inconclusive or error; null when the gate was not judged in this stage. @example 'fail' */
  outcome: string | null;
  /** @example 'run_01kc0000000000000000000000' */
  gateRunId: string | null;
  /** @example 1 */
  approvalsRequired: number | null;
  /** @example 0 */
  approvalsGiven: number | null;
  missing: StatusBlockerResponse[];
}

export class StatusTrafficResponse {
  /** incumbent, shadow, split or candidate. @example 'split' */
  mode: string;
  /** @example 5 */
  candidateWeightPercent: number;
}

export class StatusModelResponse {
  /** @example 'openai' */
  vendor: string;
  /** @example 'gpt-4' */
  model: string;
}

export class ProjectStatusResponse {
  /** @example 'prj_01kc0000000000000000000000' */
  id: string;
  /** @example 'Banking intents' */
  name: string;
  /** @example 'ada' */
  owner: string;
  /** Rises by one with every change; the ETag is "v" and this number. @example 17 */
  version: number;
  /** @example 'cutover' */
  stage: string;
  /** @example 'canary' */
  step: string | null;
  /** @example '2026-11-25T10:00:00.000Z' */
  stageSince: string;
  /** State of the stage's job; null where the stage has none. @example null */
  job: string | null;
  gate: StatusGateResponse | null;
  /** on-track, at-risk or off-track; null when nothing was measured that could tell. @example null */
  health: string | null;
  /** @example 'Nothing has been measured in this stage yet.' */
  healthReason: string;
  /** @example 'released' */
  hold: string;
  /** @example 'armed' */
  guardrail: string;
  /** @example 'available' */
  fallback: string;
  traffic: StatusTrafficResponse;
  /** @example 1 */
  attempt: number;
  incumbent: StatusModelResponse;
  candidate: StatusModelResponse;
  /** @example 'medium' */
  criticality: string;
  /** @example null */
  policyDigest: string | null;
  /** What the state takes now. @example ['ADVANCE', 'PAUSE'] */
  /** When the running step will have lasted as long as the policy asks; null without one. @example null */
  dwellEndsAt: string | null;
  /** Until when the policy wants the way back kept, once completed. @example null */
  rollbackWindowEndsAt: string | null;
  acceptedCommands: string[];
  /** Why the project must leave its incumbent by a day; null where nothing forces. */
  forced: ForcedModeResponse | null;
  /** How tightly it is tied; null until it was measured. A change of it alone changes the ETag behind the point. */
  lockIn: LockInStandingResponse | null;
  /** @example '2026-11-25T10:00:00.000Z' */
  updatedAt: string;
}
