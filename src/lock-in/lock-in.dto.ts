// The shapes of lock-in for the API description. The document of a poll is made in measure/lock-in-document.ts.
import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsInt, IsOptional, Max, Min } from 'class-validator';
import { numberOrText } from '../platform/http/number-or-text.js';
import type { DayScore } from './days/day-store.js';
import type { Trends } from './days/score-day.service.js';
import type { ScoredDay } from './days/scored-day.js';

export class LockInFactResponse {
  /** @example 'fct_01kc0000000000000000000000' */
  id: string;
  /** A number or a word of the indicator. */
  @ApiProperty({ ...numberOrText, example: 0.812 })
  value: number | string;
  /** measured, documented, declared with evidence, declared or catalogue. @example 'measured' */
  basis: string;
  observedAt: string;
  validUntil: string | null;
  recordedBy: string;
  /** Runs, calls, documents. */
  evidence: string[];
  /** The numbers behind it. @example '812 of 1000 calls went to a vendor; weighed by criticality 81.2 %.' */
  note: string;
}

export class LockInIndicatorScoreResponse {
  /** @example '1.1' */
  id: string;
  /** @example 'exposure.requests' */
  name: string;
  question: string;
  /** Unknown counts as the worst case. */
  isGate: boolean;
  isBarrier: boolean;
  /** 0 to 1; null: nothing is known. */
  risk: number | null;
  /** With what is unknown or old counted in. */
  effectiveRisk: number;
  freshness: number;
  /** Share of the ledger's weight. */
  weight: number;
  /** They add up to the score of the ledger. */
  points: number;
  /** How much the ledger falls if the risk goes. */
  gainPoints: number;
  remedy: string;
  fact: LockInFactResponse | null;
}

export class LockInDimensionResponse {
  /** @example 'D1' */
  id: string;
  /** @example 'Exposure' */
  name: string;
  points: number;
  indicators: LockInIndicatorScoreResponse[];
}

export class LockInLedgerResponse {
  score: number;
  withFloors: number;
  low: number;
  high: number;
  confidence: number;
  /** How hard it is to leave. */
  barrier: number | null;
  dimensions: LockInDimensionResponse[];
}

export class LockInLedgersResponse {
  source: LockInLedgerResponse;
  target: LockInLedgerResponse;
}

export class LockInFloorResponse {
  /** @example 'shutdown-before-exit' */
  name: string;
  ledger: string;
  scoreMin: number;
  /** The next stage may not begin. */
  blocks: boolean;
  because: string;
}

export class LockInForcedResponse {
  /** @example 'gpt-4' */
  model: string;
  /** @example 'gpt-4 was shut down on 2026-10-23; leaving takes 180 days.' */
  because: string;
  shutdownOn: string;
  /** Negative: it is over. @example -33 */
  daysLeft: number;
  leadTimeDays: number;
}

export class LockInChangeResponse {
  total: number;
  /** Facts changed. */
  byFacts: number;
  /** Facts aged. */
  byAgeing: number;
  /** Weights changed. */
  byProfile: number;
  /** The day it is against. @example '2026-11-24' */
  since: string;
}

export class LockInTrendResponse {
  /** Points per 30 days, Theil–Sen; null: fewer than two days. */
  pointsPer30Days: number | null;
  /** Of no trend, Mann–Kendall; null: fewer than four days. */
  p: number | null;
  /** p below 0.1. */
  isTrend: boolean;
}

export class LockInTrendsResponse {
  days30: LockInTrendResponse;
  days90: LockInTrendResponse;
}

export class LockInLiabilityResponse {
  /** What leaving would cost now; null: nobody estimated it. */
  switchingUsd: number | null;
  /** That one is forced to within the horizon; null: neither a date nor a rate is known. */
  probability: number | null;
  expectedUsd: number | null;
  /** @example 1 */
  horizonYears: number;
}

export class LockInRemediationResponse {
  indicatorId: string;
  question: string;
  remedy: string;
  /** How much the joined score falls if the risk goes, floors left out. */
  gainPoints: number;
  costUsd: number | null;
  gainPerThousandUsd: number | null;
  liabilityRemovedUsd: number | null;
}

export class LockInConfidenceStepResponse {
  indicatorId: string;
  question: string;
  confidenceGain: number;
}

export class LockInCallsResponse {
  /** Answered calls of the last thirty days. */
  window: number;
  /** Of them those whose request was not kept. */
  unread: number;
}

export class LockInResponse {
  /** @example 'prj_01kc0000000000000000000000' */
  projectId: string;
  measuredAt: string;
  /** @example '2026-11-25' */
  day: string;
  /** 0 to 100, floors applied. @example 64.6 */
  score: number;
  /** What is unknown taken for harmless. */
  low: number;
  /** What is unknown taken for the worst. */
  high: number;
  /** 0 to 1. @example 0.72 */
  confidence: number;
  /** low, moderate, high or severe; null: not assessed, to be treated like high. @example 'high' */
  band: string | null;
  obligation: string;
  /** Share of the calls that the vendor answers, weighed by criticality. */
  vendorShare: number;
  isVendorShareMeasured: boolean;
  floors: LockInFloorResponse[];
  blockedBecause: string[];
  /** A model ends before the project can have left; null: none does. */
  forced: LockInForcedResponse | null;
  /** Whole days until the first model in use ends, negative once it has; null: nothing is known. @example 36 */
  daysToShutdown: number | null;
  /** Since when the vendor's ledger is closed; null: it is open. */
  sourceClosedAt: string | null;
  change: LockInChangeResponse | null;
  trend: LockInTrendsResponse;
  liability: LockInLiabilityResponse;
  remediation: LockInRemediationResponse[];
  /** What would raise confidence most. */
  raisesConfidence: LockInConfidenceStepResponse[];
  ledgers: LockInLedgersResponse;
  calls: LockInCallsResponse | null;
  scoringVersion: string;
  profileVersion: string;
}

export class LockInHistoryQuery {
  /** How many days back. @example 90 */
  @IsOptional() @Type(() => Number) @IsInt() @Min(1) @Max(3660) days?: number;
}

export class LockInDayResponse {
  /** @example '2026-11-25' */
  day: string;
  score: number;
  low: number;
  high: number;
  confidence: number;
  /** Against the day before; null: there was none, or it was not noted then. */
  change: LockInChangeResponse | null;
}

export class LockInHistoryResponse {
  days: LockInDayResponse[];
  trend: LockInTrendsResponse;
  /** Of the newest day against the one before. */
  change: LockInChangeResponse | null;
}

export function toHistory(days: readonly DayScore[], trend: Trends, newest: ScoredDay | null): LockInHistoryResponse {
  return {
    days: days.map(({ at: _, ...day }) => day),
    trend,
    change: newest?.change ?? null,
  };
}
