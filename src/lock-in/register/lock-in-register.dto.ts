import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsDefined,
  IsIn,
  IsInt,
  IsISO8601,
  IsNumber,
  IsOptional,
  IsString,
  Length,
  Matches,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import {
  changeClauses,
  criticalities,
  placeJudgements,
  providerIdTypes,
  reliances,
  sensitivities,
  serviceTypes,
  switchingCharges,
} from './arrangement.js';
import { substitutabilities } from './judging/substitutability.js';

const country = /^[A-Z]{2}$/;
const countryMessage = { message: 'must be a country by ISO 3166, such as DE' };
const countries = { ...countryMessage, each: true };
const day = /^\d{4}-\d{2}-\d{2}$/;
const dayMessage = { message: 'must be a day, such as 2027-12-31' };
const daysMax = 3650;
const hoursMax = 87_600;

export class ProviderDto {
  /** @example '549300EXAMPLE0000042' */
  @IsOptional() @IsString() @Length(1, 60) id?: string;
  @IsOptional() @IsIn(providerIdTypes) idType?: (typeof providerIdTypes)[number];
  /** @example 'Closed AI' */
  @IsString() @Length(1, 200) name: string;
  @IsOptional() @Matches(country, countryMessage) country?: string;
  @IsOptional() @IsString() @Length(1, 200) parent?: string;
}

export class ContractDto {
  /** @example 'C-2026-17' */
  @IsString() @Length(1, 120) ref: string;
  /** @example '2026-01-01' */
  @IsOptional() @Matches(day, dayMessage) startsOn?: string;
  /** Left out: no end is agreed. @example '2027-12-31' */
  @IsOptional() @Matches(day, dayMessage) endsOn?: string;
  /** Days of notice that we have to give. @example 30 */
  @IsOptional() @IsInt() @Min(0) @Max(daysMax) noticeEntityDays?: number;
  /** Days of notice that the provider has to give. @example 90 */
  @IsOptional() @IsInt() @Min(0) @Max(daysMax) noticeProviderDays?: number;
  /** Country of the governing law. @example 'IE' */
  @IsOptional() @Matches(country, countryMessage) lawCountry?: string;
  /** How price and terms may change: by consent, with 90 or 30 days, or at any time. */
  @IsOptional() @IsIn(changeClauses) change?: (typeof changeClauses)[number];
  /** Remaining commitment over annual spending. @example 0.4 */
  @IsOptional() @IsNumber() @Min(0) @Max(100) commitmentRatio?: number;
  @IsOptional() @IsBoolean() hasExitAssistance?: boolean;
  @IsOptional() @IsBoolean() hasDataReturn?: boolean;
  @IsOptional() @IsBoolean() hasAuditRight?: boolean;
  @IsOptional() @IsBoolean() hasServiceLevel?: boolean;
  /** Whether processing and storage lie where the own policy allows. */
  @IsOptional() @IsIn(placeJudgements) place?: (typeof placeJudgements)[number];
  /** What switching and egress cost. */
  @IsOptional() @IsIn(switchingCharges) charges?: (typeof switchingCharges)[number];
  @IsOptional() @Matches(day, dayMessage) lastAuditOn?: string;
}

export class FunctionDto {
  /** @example 'F-7' */
  @IsString() @Length(1, 80) id: string;
  /** @example 'Sorting of letters' */
  @IsString() @Length(1, 200) name: string;
  @IsOptional() @IsIn(criticalities) criticality?: (typeof criticalities)[number];
  @IsOptional() @IsIn(reliances) reliance?: (typeof reliances)[number];
  @IsOptional() @IsNumber() @Min(0) @Max(hoursMax) rtoHours?: number;
  @IsOptional() @IsNumber() @Min(0) @Max(hoursMax) rpoHours?: number;
  @IsOptional() @IsNumber() @Min(0) @Max(hoursMax) impactToleranceHours?: number;
}

export class RouteDto {
  /** @example 'api.closed.example' */
  @IsString() @Length(1, 253) host: string;
  @IsOptional() @IsString() @Length(1, 80) region?: string;
  /** @example 'gpt-4o' */
  @IsString() @Length(1, 200) model: string;
  /** Left out: a name that moves. @example 'gpt-4o-2024-08-06' */
  @IsOptional() @IsString() @Length(1, 200) snapshot?: string;
}

export class SubcontractorDto {
  @IsString() @Length(1, 200) name: string;
  @IsOptional() @Matches(country, countryMessage) country?: string;
  /** The provider itself has rank 1. @example 2 */
  @IsInt() @Min(2) @Max(20) rank: number;
  /** @example 'Hosts the service.' */
  @IsString() @Length(1, 400) service: string;
}

export class CountriesDto {
  @IsArray() @ArrayMaxSize(60) @Matches(country, countries) provision: string[];
  @IsArray() @ArrayMaxSize(60) @Matches(country, countries) storage: string[];
  @IsArray() @ArrayMaxSize(60) @Matches(country, countries) processing: string[];
}

export class OverrideDto {
  @IsIn(substitutabilities) code: (typeof substitutabilities)[number];
  /** Why the measured answer does not hold. */
  @IsString() @Length(10, 2000) reason: string;
}

/** What is left out is not known, and is named as missing. */
export class ArrangementRequest {
  @IsDefined() @ValidateNested() @Type(() => ProviderDto) provider: ProviderDto;
  /** Who made the model, where it is not the provider. @example 'OpenAI' */
  @IsOptional() @IsString() @Length(1, 200) developer?: string;
  @IsOptional() @IsIn(serviceTypes) serviceType?: (typeof serviceTypes)[number];
  @IsDefined() @ValidateNested() @Type(() => ContractDto) contract: ContractDto;
  @IsArray() @ArrayMaxSize(50) @ValidateNested({ each: true }) @Type(() => FunctionDto) functions: FunctionDto[];
  @IsArray() @ArrayMaxSize(100) @ValidateNested({ each: true }) @Type(() => RouteDto) routes: RouteDto[];
  @IsArray()
  @ArrayMaxSize(100)
  @ValidateNested({ each: true })
  @Type(() => SubcontractorDto)
  subcontractors: SubcontractorDto[];
  @IsDefined() @ValidateNested() @Type(() => CountriesDto) countries: CountriesDto;
  @IsOptional() @IsIn(sensitivities) sensitivity?: (typeof sensitivities)[number];
  @IsOptional() @ValidateNested() @Type(() => OverrideDto) substitutabilityOverride?: OverrideDto;
  /** Who orders and carries out the exit. */
  @IsOptional() @IsString() @Length(1, 200) exitOwner?: string;
  @IsOptional() @IsNumber() @Min(0) @Max(1e12) exitBudgetUsd?: number;
  /** Clauses, order forms, records that show it. */
  @IsArray() @ArrayMaxSize(50) @IsString({ each: true }) @MaxLength(500, { each: true }) evidence: string[];
}

export class EntityRequest {
  /** @example '529900EXAMPLE0000017' */
  @IsOptional() @Matches(/^[A-Z0-9]{18}\d{2}$/, { message: 'must be an LEI of 20 signs' }) lei?: string;
  @IsString() @Length(1, 200) name: string;
  @Matches(country, countryMessage) country: string;
  @IsOptional() @IsString() @Length(1, 200) competentAuthority?: string;
}

export class WithdrawArrangementRequest {
  /** @example 'Entered twice.' */
  @IsString() @Length(1, 2000) reason: string;
}

export class ReadTermsRequest {
  /** A version of terms on file, or a name for a text of your own. @example 'openai-services-agreement@2026-01-01' */
  @IsString() @Length(1, 200) terms: string;
  /** SHA-256 of the text as it reads now. */
  @Matches(/^[0-9a-f]{64}$/, { message: 'must be a SHA-256 in hex' }) textSha256: string;
  /** Where the text stands. @example 'https://openai.com/policies/services-agreement' */
  @IsString() @Length(1, 500) source: string;
  /** Whether the rights were judged by this text. False: it was looked at, to see whether it changed. */
  @IsBoolean() isJudged: boolean;
}

export class BringEvidenceRequest {
  /** What is planned or was done, in words. */
  @IsString() @Length(1, 8000) text: string;
  /** Ids or addresses that show it; without any the item stays missing. */
  @IsArray() @ArrayMaxSize(20) @IsString({ each: true }) @MaxLength(500, { each: true }) evidence: string[];
  /** From this moment on it does not count. @example '2027-11-30T00:00:00Z' */
  @IsOptional() @IsISO8601({ strict: true }) validUntil?: string;
}

export class ApprovePlanRequest {
  /** At most a year ahead. @example '2027-06-30T00:00:00Z' */
  @IsISO8601({ strict: true }) validUntil: string;
}
