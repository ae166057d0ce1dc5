import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsISO8601,
  IsOptional,
  IsString,
  Length,
  Matches,
  Max,
  Min,
  ValidateIf,
  ValidateNested,
} from 'class-validator';
import { type DataPlan, nothingPlanned, type StoredPlan } from './data-plan.js';

const distributions = ['internal', 'distributed', 'unknown'] as const;
const legalBases = ['consent', 'contract', 'legitimate-interest', 'legal-obligation', 'no-personal-data'] as const;
const isSaid = (_: object, value: unknown) => value !== null && value !== undefined;

export class VendorRouteDto {
  /** Name of a connection under /v1/vendors. @example 'openai' */
  @IsString() @Length(1, 80) vendor: string;
  /** Vendor and contract route, as config/catalog names them. @example 'openai/api' */
  @IsString() @Matches(/^[a-z0-9-]+\/[a-z0-9.-]+$/) route: string;
}

export class TrafficConsentDto {
  /** On what the captured calls of people are kept; null: not said. @example 'contract' */
  @ValidateIf(isSaid) @IsIn(legalBases) legalBasis: (typeof legalBases)[number] | null;
  /** Whether what people were told covers training; null: not said. @example true */
  @ValidateIf(isSaid) @IsBoolean() purposeIncludesTraining: boolean | null;
  /** Until when the rows may be kept; null: without limit. @example '2028-01-01' */
  @ValidateIf(isSaid) @IsISO8601() retentionUntil: string | null;
  /** People who objected and whose rows are still there; null: not said. @example 0 */
  @ValidateIf(isSaid) @IsInt() @Min(0) @Max(1_000_000_000) optOuts: number | null;
}

export class UserRegionDto {
  /** People in the EEA, Switzerland or the United Kingdom. @example true */
  @IsBoolean() hasEeaUsers: boolean;
  /** @example false */
  @IsBoolean() hasMinors: boolean;
  /** @example false */
  @IsBoolean() isMedical: boolean;
}

export class DataPlanRequest {
  /** Recipe that will train on the data; null: the candidate's own. @example 'trl-lora' */
  @IsOptional() @IsString() @Length(1, 80) recipe?: string | null;
  /** What the recipe's length is set to; null: its own number. @example 4096 */
  @IsOptional() @IsInt() @Min(1) @Max(10_000_000) sequenceTokens?: number | null;
  /** Who will get the model. @example 'internal' */
  @IsOptional() @IsIn(distributions) distribution?: (typeof distributions)[number];
  /** Null: not said. @example true */
  @IsOptional() @IsBoolean() commercial?: boolean | null;
  /** By which contracts captured answers came; without an entry the connection's address decides. */
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(100)
  @ValidateNested({ each: true })
  @Type(() => VendorRouteDto)
  vendorRoutes?: VendorRouteDto[];
  /** Null: not said. */
  @IsOptional() @ValidateNested() @Type(() => TrafficConsentDto) trafficConsent?: TrafficConsentDto | null;
  /** Null: not said. */
  @IsOptional() @ValidateNested() @Type(() => UserRegionDto) region?: UserRegionDto | null;
}

export class DataPlanResponse {
  recipe: string | null;
  sequenceTokens: number | null;
  /** @example 'internal' */
  distribution: string;
  commercial: boolean | null;
  vendorRoutes: VendorRouteDto[];
  trafficConsent: TrafficConsentDto | null;
  region: UserRegionDto | null;
  /** Null: nothing was declared. @example 'ada' */
  declaredBy: string | null;
  /** @example '2026-11-25T10:00:00.000Z' */
  declaredAt: string | null;
}

export function toPlan(request: DataPlanRequest): DataPlan {
  const { trafficConsent } = request;
  return {
    recipe: request.recipe ?? null,
    sequenceTokens: request.sequenceTokens ?? null,
    distribution: request.distribution ?? nothingPlanned.distribution,
    commercial: request.commercial ?? null,
    vendorRoutes: (request.vendorRoutes ?? []).map(({ vendor, route }) => ({ vendor, route })),
    trafficConsent:
      trafficConsent === null || trafficConsent === undefined
        ? null
        : {
            legalBasis: trafficConsent.legalBasis ?? null,
            purposeIncludesTraining: trafficConsent.purposeIncludesTraining ?? null,
            retentionUntil: trafficConsent.retentionUntil ? Date.parse(trafficConsent.retentionUntil) : null,
            optOuts: trafficConsent.optOuts ?? null,
          },
    region: request.region ? { ...request.region } : null,
  };
}

export function toPlanResponse(stored: StoredPlan | null): DataPlanResponse {
  const plan = stored?.plan ?? nothingPlanned;
  const { trafficConsent } = plan;
  return {
    ...plan,
    vendorRoutes: plan.vendorRoutes.map((one) => ({ ...one })),
    trafficConsent:
      trafficConsent === null
        ? null
        : ({
            ...trafficConsent,
            retentionUntil:
              trafficConsent.retentionUntil === null ? null : new Date(trafficConsent.retentionUntil).toISOString(),
          } as TrafficConsentDto),
    region: plan.region === null ? null : { ...plan.region },
    declaredBy: stored?.by ?? null,
    declaredAt: stored === null ? null : new Date(stored.at).toISOString(),
  };
}
