import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsOptional, IsString, Length, Matches, MaxLength } from 'class-validator';
import { numberOrText } from '../../platform/http/number-or-text.js';

const reasonMax = 4000;

/** For commands that need no reason; a note is welcome. */
export class NoteRequest {
  /** Goes into the history. @example 'All checks are green.' */
  @IsOptional() @IsString() @MaxLength(reasonMax) reason?: string;
}

/** For commands that are not carried out without a reason. */
export class ReasonRequest {
  /** Goes into the history. @example 'Support reports wrong answers.' */
  @IsString() @Length(1, reasonMax) reason: string;
}

export class DecideRequest {
  /** `migrate` freezes the policy into the project; `retain` keeps the closed model and ends it. @example 'migrate' */
  @IsIn(['migrate', 'retain']) choice: 'migrate' | 'retain';
  /** @example 'The bill grows with every user.' */
  @IsOptional() @IsString() @MaxLength(reasonMax) reason?: string;
}

export class ApproveRequest {
  /** The run that you read. @example 'run_01kc0000000000000000000000' */
  @IsString() @Length(1, 60) gateRunId: string;
  /** Its evidence digest. @example 'sha256:0f1e…' */
  @IsString() @Matches(/^sha256:[0-9a-f]{64}$/) evidenceDigest: string;
  /** @example 'I read the confusion matrix; the misses are harmless.' */
  @IsOptional() @IsString() @MaxLength(reasonMax) comment?: string;
}

export class OverrideRequest {
  /** @example 'The hold-out lacks one class that production never sees.' */
  @IsString() @Length(1, reasonMax) reason: string;
  /** Link or number of the ticket that the override stands on. @example 'RISK-1234' */
  @IsString() @Length(1, 500) ticket: string;
}

export class BlockerResponse {
  /** @example 'holdout-rows-are-enough' */
  code: string;
  /** What was measured against what is required, as a sentence. */
  text: string;
  /** Null: not measured. */
  @ApiProperty({ ...numberOrText, nullable: true, example: 96 })
  measured: number | string | null;
  @ApiProperty({ ...numberOrText, nullable: true, example: 400 })
  required: number | string | null;
  remedy: string;
  /** See /v1/projects/{projectId}/evidence. */
  evidenceId: string | null;
}

export class CommandGateRunResponse {
  /** @example 'run_01kc0000000000000000000000' */
  id: string;
  /** @example 'data-ready' */
  gate: string;
  /** pass, fail, inconclusive or error. @example 'pass' */
  outcome: string;
  /** What an approval must name. */
  evidenceDigest: string;
  expiresAt: string;
  approvalsRequired: number;
  /** Null when the project has moved on from this run. */
  approvalsGiven: number | null;
}

export class CommandTrafficResponse {
  /** @example 'incumbent' */
  mode: string;
  /** @example 0 */
  candidateWeightPercent: number;
}

export class CommandResponse {
  projectId: string;
  /** @example 18 */
  version: number;
  /** @example 'collecting' */
  stage: string;
  /** @example 'collecting.awaitingApproval' */
  stagePath: string;
  traffic: CommandTrafficResponse;
  /** Null where the command touched no gate. */
  gateRun: CommandGateRunResponse | null;
  /** What keeps the gate closed; empty when nothing does. */
  blockers: BlockerResponse[];
  acceptedCommands: string[];
}
