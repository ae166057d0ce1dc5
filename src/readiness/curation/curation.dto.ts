import { IsObject, IsOptional, IsString, Length, Matches } from 'class-validator';
import type { OfferedAction } from './curation.service.js';
import type { CurationStep } from './curation-store.js';
import type { PlanEffect } from './plan-tally.js';

export class PreviewCurationRequest {
  /** As `actions` lists it. @example 'relabel' */
  @IsString()
  @Matches(/^[a-z-]{1,60}$/)
  action: string;

  /** As the action declares them. @example { "aliases": { "Refund_asked": "refund_asked" } } */
  @IsOptional()
  @IsObject()
  parameters?: Record<string, unknown>;
}

export class ApplyCurationRequest extends PreviewCurationRequest {
  /** For the record. @example 'Two spellings of one label.' */
  @IsString()
  @Length(3, 1000)
  reason: string;

  /** Of the preview that was looked at: the step is refused when the rows changed since. @example 'sha256:9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08' */
  @IsOptional()
  @Matches(/^sha256:[0-9a-f]{64}$/)
  planDigest?: string;
}

export class ActionParameterResponse {
  /** @example 'aliases' */
  name: string;
  /** `share`, `row keys`, `aliases` or `choice`. @example 'aliases' */
  kind: string;
  /** @example 'From each name to the one that it should have.' */
  about: string;
  /** @example true */
  required: boolean;
  /** Of a choice; the first is taken when none is given. */
  choices: string[];
}

export class PredictedEffectResponse {
  /** @example 'U03' */
  checkId: string;
  /** @example 'warn' */
  outcome: string;
  /** Now. @example 0.055 */
  value: number | null;
  /** @example 'share' */
  unit: string;
  /** Rows that go (negative) or come; null: not predicted. @example -552 */
  rows: number | null;
  /** Trainable tokens; null: not counted. @example -10400 */
  tokens: number | null;
  /** The measure afterwards; null: to be measured. @example 0 */
  metricAfter: number | null;
}

export class CurationActionResponse {
  /** @example 'drop-near-duplicates' */
  id: string;
  /** @example 'Should of training rows that ask nearly the same only the best one stay?' */
  question: string;
  /** @example 'Keeps one training row of each verified group.' */
  does: string;
  /** Whether it can be applied without looking at its changes one by one. @example false */
  safe: boolean;
  /** Checks whose measure it changes. @example ["U03","V01"] */
  changes: string[];
  parameters: ActionParameterResponse[];
  /** What the newest report says of it. */
  predicted: PredictedEffectResponse[];
}

export class CurationActionListResponse {
  actions: CurationActionResponse[];
}

export class RowsBySideResponse {
  /** @example 552 */
  train: number;
  /** @example 0 */
  holdout: number;
}

export class ShownChangeResponse {
  /** @example '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08' */
  rowKey: string;
  /** `drop`, `replace` or `move`. @example 'replace' */
  change: string;
  /** @example 'import' */
  origin: string;
  /** @example 'imp_01kc0000000000000000000000' */
  originId: string;
  /** @example 17 */
  line: number | null;
  /** Masked. @example 'write to [email], please' */
  before: string;
  /** Masked; null for a row that goes; the new side of a row that moves. @example 'write to [EMAIL_3F2A91], please' */
  after: string | null;
}

export class PlanEffectResponse {
  /** Rows looked at. @example 10003 */
  rows: number;
  dropped: RowsBySideResponse;
  /** @example 0 */
  replaced: number;
  /** @example 0 */
  moved: number;
  /** Trainable tokens of the training rows that go; null: not known of all of them. @example 10400 */
  tokensDropped: number | null;
  /** Hand it in with the step. @example 'sha256:9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08' */
  planDigest: string;
}

export class CurationPreviewResponse extends PlanEffectResponse {
  /** At most ten changes. */
  sample: ShownChangeResponse[];
}

export class CurationStepResponse {
  /** @example 'cur_9f86d081884c7d659a2feaa0c5' */
  id: string;
  /** From 1, in the order taken. @example 3 */
  sequence: number;
  /** @example 'drop-near-duplicates' */
  action: string;
  parameters: Record<string, unknown>;
  /** As counted when it was taken. */
  effect: Record<string, unknown>;
  /** Rows that it changes. @example 552 */
  edits: number;
  /** @example 'Templates of one form letter.' */
  reason: string;
  /** Digest of the data set of the newest report before it. @example 'sha256:9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08' */
  digestBefore: string | null;
  /** @example 'ada' */
  by: string;
  /** @example '2026-11-25T10:00:00.000Z' */
  at: string;
  /** @example null */
  undoneBy: string | null;
  /** @example null */
  undoneAt: string | null;
}

export class CurationStepListResponse {
  steps: CurationStepResponse[];
}

export function toActionResponse({ action, findings }: OfferedAction): CurationActionResponse {
  const { id, question, does, safe, changes, parameters } = action;
  return {
    id,
    question,
    does,
    safe,
    changes: [...changes],
    parameters: parameters.map(({ name, kind, about, required, choices = [] }) => ({
      name,
      kind,
      about,
      required,
      choices: [...choices],
    })),
    predicted: findings.map(({ checkId, outcome, value, unit, effect }) => ({
      checkId,
      outcome,
      value,
      unit,
      rows: effect?.rows ?? null,
      tokens: effect?.tokens ?? null,
      metricAfter: effect?.metricAfter ?? null,
    })),
  };
}

export function toPreviewResponse(effect: PlanEffect): CurationPreviewResponse {
  return { ...effect, dropped: { ...effect.dropped }, sample: [...effect.sample] };
}

export function toStepResponse(step: CurationStep): CurationStepResponse {
  const { id, sequence, action, parameters, effect, edits, reason, digestBefore, by, at, undone } = step;
  return {
    id,
    sequence,
    action,
    parameters: { ...parameters },
    effect: { ...effect },
    edits,
    reason,
    digestBefore,
    by,
    at: new Date(at).toISOString(),
    undoneBy: undone?.by ?? null,
    undoneAt: undone === null ? null : new Date(undone.at).toISOString(),
  };
}
