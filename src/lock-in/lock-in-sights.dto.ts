// What the score stands on, for the API description.
import { dimensions, type Indicator } from './indicator.js';
import { LockInLiabilityResponse, LockInRemediationResponse } from './lock-in.dto.js';
import { globalWeight, type Profile } from './score/profile.js';
import type { ReportedFeature } from './traffic/feature-report.js';

export class LockInRiskResponse {
  /** Of a line, in its unit; null for a choice. */
  value: number | null;
  /** Of a choice; null for a line. */
  answer: string | null;
  /** 0 none to 1. */
  risk: number;
}

export class LockInIndicatorResponse {
  id: string;
  name: string;
  ledger: string;
  dimension: string;
  dimensionName: string;
  question: string;
  why: string;
  source: string;
  /** Where its facts come from when nothing else is said. */
  basis: string;
  /** line or choice. */
  valueKind: string;
  /** Of a line. */
  unit: string | null;
  /** Fact to risk: points of a line, in its unit and straight between, or answers of a choice. */
  risks: LockInRiskResponse[];
  halfLifeDays: number;
  weight: number;
  isGate: boolean;
  isBarrier: boolean;
  isMeasuredHere: boolean;
  evidence: string;
  remedy: string;
  regulation: string[];
}

export class LockInIndicatorsResponse {
  profileVersion: string;
  signedOffBy: string;
  indicators: LockInIndicatorResponse[];
}

export class LockInFeatureResponse {
  /** @example 'openai.hosted-tools' */
  id: string;
  feature: string;
  /** A as it is, B with work, C not quite, D not at all. @example 'D' */
  portabilityClass: string;
  portability: number;
  /** State that the vendor holds. */
  isState: boolean;
  calls: number;
  firstSeenAt: string;
  lastSeenAt: string;
  sampleIds: string[];
  instead: string;
}

export class LockInFeaturesResponse {
  /** Answered calls of the last thirty days, and those that nobody answered. */
  calls: number;
  failedCalls: number;
  features: LockInFeatureResponse[];
}

export class LockInRemediationListResponse {
  liability: LockInLiabilityResponse;
  /** By gain for each cost; what nobody estimated comes after, by gain alone. */
  remediation: LockInRemediationResponse[];
}

export function toFeature({ firstSeenAt, lastSeenAt, sampleIds, ...feature }: ReportedFeature): LockInFeatureResponse {
  const iso = (at: number) => new Date(at).toISOString();
  return { ...feature, sampleIds: [...sampleIds], firstSeenAt: iso(firstSeenAt), lastSeenAt: iso(lastSeenAt) };
}

export function toIndicator(indicator: Indicator, profile: Profile): LockInIndicatorResponse {
  const { value, measure, dimension, regulation, ...plain } = indicator;
  return {
    ...plain,
    dimension,
    ledger: dimensions[dimension].ledger,
    dimensionName: dimensions[dimension].name,
    valueKind: value.kind,
    unit: value.kind === 'line' ? value.unit : null,
    risks: risksOf(value),
    weight: globalWeight(profile, indicator),
    isMeasuredHere: measure !== null,
    regulation: [...regulation],
  };
}

function risksOf(value: Indicator['value']): LockInRiskResponse[] {
  return value.kind === 'line'
    ? value.points.map(([at, risk]) => ({ value: at, answer: null, risk }))
    : Object.entries(value.risks).map(([answer, risk]) => ({ value: null, answer, risk }));
}
