import { ApiProperty } from '@nestjs/swagger';
import { confidences, type GpuPrice } from './compute/gpu-price.js';
import { type LoadCurve, usdPerMillionOutputTokens } from './compute/load-curve.js';
import type { ModelLicence } from './licences/model-licence.js';
import { type Override, overriddenModel } from './overrides/override.js';

export class LicenceLimitsResponse {
  /** Null in any field: the reading does not say. */
  @ApiProperty({ type: Boolean, nullable: true })
  isOpenSource: boolean | null;
  @ApiProperty({ type: Boolean, nullable: true })
  isCommercialAllowed: boolean | null;
  @ApiProperty({ type: Boolean, nullable: true })
  hasUserLimit: boolean | null;
  @ApiProperty({ type: Number, nullable: true, example: 700000000 })
  monthlyUsersMax: number | null;
  @ApiProperty({ type: String, nullable: true, example: 'in the month before Llama 2 came out (2023-07-18)' })
  usersCounted: string | null;
  @ApiProperty({ type: Boolean, nullable: true })
  isEuMultimodalExcluded: boolean | null;
  @ApiProperty({ type: Boolean, nullable: true })
  mayTrainOthers: boolean | null;
  @ApiProperty({ type: String, nullable: true })
  naming: string | null;
  @ApiProperty({ type: String, nullable: true })
  noticeDuty: string | null;
  @ApiProperty({ type: Boolean, nullable: true })
  hasUsePolicy: boolean | null;
  @ApiProperty({ type: String, nullable: true })
  outOfScope: string | null;
}

export class ModelLicenceResponse {
  @ApiProperty({ example: 'llama-2' })
  family: string;
  /** Beginnings of model names. */
  @ApiProperty({ type: [String], example: ['llama-2'] })
  models: string[];
  @ApiProperty({ example: 'Llama 2 Community License' })
  licence: string;
  @ApiProperty({ example: 'https://ai.meta.com/llama/license/' })
  url: string;
  @ApiProperty({ type: [String] })
  duties: string[];
  @ApiProperty({ type: () => LicenceLimitsResponse })
  limits: LicenceLimitsResponse;
  @ApiProperty({ format: 'date', example: '2026-11-25' })
  lastReviewed: string;
}

export class ModelLicenceListResponse {
  @ApiProperty({ type: () => [ModelLicenceResponse] })
  licences: ModelLicenceResponse[];
}

export class VendorTermsResponse {
  @ApiProperty({ example: 'openai-services-agreement' })
  id: string;
  @ApiProperty({ example: 'openai' })
  vendor: string;
  /** Of the contract. */
  @ApiProperty({ example: 'api' })
  route: string;
  @ApiProperty({ example: 'Services Agreement, section 3.3(e)' })
  clause: string;
  @ApiProperty({ example: 'https://openai.com/policies/services-agreement' })
  url: string;
  @ApiProperty({ format: 'date', example: '2026-01-01' })
  effectiveFrom: string;
  @ApiProperty({ type: String, format: 'date', nullable: true, example: null })
  effectiveUntil: string | null;
  /** A reading in our own words, not legal advice. */
  @ApiProperty()
  text: string;
  @ApiProperty({ format: 'date', example: '2026-11-25' })
  lastReviewed: string;
  @ApiProperty()
  reviewer: string;
}

export class VendorTermsListResponse {
  @ApiProperty({ type: () => [VendorTermsResponse] })
  terms: VendorTermsResponse[];
}

export class GpuPriceResponse {
  @ApiProperty({ example: 'H100-80GB' })
  gpu: string;
  @ApiProperty({ example: 'hyperscaler on demand' })
  market: string;
  @ApiProperty({ type: Number, nullable: true, example: 6.98 })
  usdPerHour: number | null;
  @ApiProperty({ type: Number, nullable: true, example: null })
  usdPerHourLow: number | null;
  @ApiProperty({ type: Number, nullable: true, example: null })
  usdPerHourHigh: number | null;
  /** The time that it was true of, as exactly as the source says it. */
  @ApiProperty({ type: String, nullable: true, example: '2026' })
  asOf: string | null;
  @ApiProperty({ enum: confidences, example: 'high' })
  confidence: string;
  @ApiProperty({ example: 'vllm-cost-meter' })
  source: string;
  @ApiProperty({ type: String, nullable: true })
  url: string | null;
  @ApiProperty({ format: 'date', example: '2026-11-23' })
  observedOn: string;
}

export class LoadPointResponse {
  @ApiProperty({ example: 10 })
  requestsPerSecond: number;
  @ApiProperty({ example: 2464.45 })
  outputTokensPerSecond: number;
  /** At the hourly price of the measurement; null where nothing is put out. */
  @ApiProperty({ type: Number, nullable: true, example: 0.7867 })
  usdPerMillionOutputTokens: number | null;
}

export class LoadCurveResponse {
  @ApiProperty({ example: 'meta-llama/Llama-3.1-8B-Instruct' })
  model: string;
  @ApiProperty({ example: 'FP16' })
  precision: string;
  @ApiProperty({ example: 'H100-80GB' })
  gpu: string;
  @ApiProperty({ example: 1 })
  gpus: number;
  /** Of all processors together. */
  @ApiProperty({ example: 6.98 })
  usdPerHour: number;
  @ApiProperty({ type: () => [LoadPointResponse] })
  points: LoadPointResponse[];
  @ApiProperty({ example: 'vllm-cost-meter (arXiv 2606.11690)' })
  source: string;
  @ApiProperty({ type: String, nullable: true })
  url: string | null;
  @ApiProperty({ format: 'date', example: '2026-11-23' })
  observedOn: string;
  /** Why the operator's own curve stands here; null: it came with the program. */
  @ApiProperty({ type: String, nullable: true, example: null })
  overriddenBecause: string | null;
}

export class GpuPriceListResponse {
  @ApiProperty({ type: () => [GpuPriceResponse] })
  gpuPrices: GpuPriceResponse[];
  @ApiProperty({ type: () => [LoadCurveResponse] })
  loadCurves: LoadCurveResponse[];
}

export class OverrideResponse {
  @ApiProperty({ enum: ['price', 'model', 'end', 'curve'], example: 'price' })
  kind: string;
  @ApiProperty({ example: 'gpt-4o' })
  model: string;
  @ApiProperty({ example: 'Contract 2026-17 with OpenAI' })
  because: string;
  /** The first day on which it no longer rules. */
  @ApiProperty({ format: 'date', example: '2027-06-30' })
  until: string;
  @ApiProperty({ example: 'contract.yaml: prices[0]' })
  place: string;
}

export class OverrideListResponse {
  /** What rules over the catalogue now. */
  @ApiProperty({ type: () => [OverrideResponse] })
  standing: OverrideResponse[];
  /** What has run out, rules no more and should be renewed or taken away. */
  @ApiProperty({ type: () => [OverrideResponse] })
  expired: OverrideResponse[];
}

export function toLicenceResponse(licence: ModelLicence): ModelLicenceResponse {
  return { ...licence, models: [...licence.models], duties: [...licence.duties], limits: { ...licence.limits } };
}

export function toGpuPriceResponse(price: GpuPrice): GpuPriceResponse {
  return { ...price };
}

export function toLoadCurveResponse(curve: LoadCurve): LoadCurveResponse {
  return {
    ...curve,
    points: curve.points.map((point) => ({
      ...point,
      usdPerMillionOutputTokens: usdPerMillionOutputTokens(curve.usdPerHour, point.outputTokensPerSecond),
    })),
  };
}

export function toOverrideResponse(override: Override): OverrideResponse {
  const { because, until, place, change } = override;
  return { kind: change.kind, model: overriddenModel(override), because, until, place };
}
