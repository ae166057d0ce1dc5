// The document that a poll of lock-in is answered with, made once by each measurement.

import type { ScoredDay } from '../days/scored-day.js';
import { wholeDays } from '../in-words.js';
import type { Indicator } from '../indicator.js';
import type { CostEstimates } from '../inputs/costs.js';
import { daysToWorstShutdown } from '../measured-fact.js';
import type { LockInSources } from '../measurement.js';
import { bandOf, obligations } from '../score/bands.js';
import { type Liability, liabilityOf } from '../score/liability.js';
import { type Remediation, rankRemediation } from '../score/remediation.js';
import type { Trend } from '../score/trend.js';
import { type ConfidenceStep, type ExplainedLedger, explainLedger, raisesConfidence } from './explain-score.js';
import { type ForcedExit, forcedExit } from './forced-exit.js';

const confidenceStepsMax = 5;
const horizonYears = 1;

export interface LockInDocument {
  readonly projectId: string;
  readonly measuredAt: string;
  readonly day: string;
  readonly score: number;
  readonly low: number;
  readonly high: number;
  readonly confidence: number;
  /** Null: not assessed, and to be treated like `high`. */
  readonly band: string | null;
  readonly obligation: string;
  readonly vendorShare: number;
  readonly isVendorShareMeasured: boolean;
  readonly floors: ScoredDay['assessment']['floors'];
  readonly blockedBecause: readonly string[];
  readonly forced: ForcedExit | null;
  readonly daysToShutdown: number | null;
  readonly sourceClosedAt: string | null;
  readonly change: ScoredDay['change'];
  readonly trend: { readonly days30: Trend; readonly days90: Trend };
  readonly liability: Liability & { readonly horizonYears: number };
  readonly remediation: readonly Remediation[];
  readonly raisesConfidence: readonly ConfidenceStep[];
  readonly ledgers: { readonly source: ExplainedLedger; readonly target: ExplainedLedger };
  readonly calls: { readonly window: number; readonly unread: number } | null;
  readonly scoringVersion: string;
  readonly profileVersion: string;
}

export interface DocumentQuestion {
  readonly scored: ScoredDay;
  readonly trend: LockInDocument['trend'];
  readonly sources: LockInSources;
  readonly costs: CostEstimates;
  /** Of the developers' models, per year; null: not known. */
  readonly attritionPerYear: number | null;
  readonly indicators: readonly Indicator[];
}

export function lockInDocument(question: DocumentQuestion): LockInDocument {
  const { scored, trend, sources, costs, indicators } = question;
  const { assessment, from } = scored;
  const { score, low, high, confidence, band } = assessment;
  const liability = liabilityNow(question);
  const explained = { assessment, facts: from.facts };
  const closedAt = from.sourceClosedAt;
  const isOpen = closedAt === null;
  return {
    projectId: scored.projectId,
    measuredAt: new Date(scored.at).toISOString(),
    day: scored.day,
    ...{ score, low, high, confidence, band },
    obligation: obligations[band ?? bandOf(Math.max(50, score))],
    vendorShare: assessment.vendorShare,
    isVendorShareMeasured: assessment.isVendorShareMeasured,
    floors: assessment.floors,
    blockedBecause: assessment.blockedBecause,
    forced: isOpen ? forcedExit(sources.catalog) : null,
    daysToShutdown: isOpen ? daysLeft(sources) : null,
    sourceClosedAt: isOpen ? null : new Date(closedAt).toISOString(),
    change: scored.change,
    trend,
    liability: { ...liability, horizonYears },
    remediation: rankRemediation({
      assessment,
      indicators,
      costsUsd: costs.remediesUsd,
      liabilityUsd: liability.expectedUsd,
    }),
    raisesConfidence: raisesConfidence(assessment, indicators, confidenceStepsMax),
    ledgers: {
      source: explainLedger('source', explained, indicators),
      target: explainLedger('target', explained, indicators),
    },
    calls: sources.traffic === null ? null : { window: sources.traffic.calls, unread: sources.traffic.unreadCalls },
    scoringVersion: assessment.scoringVersion,
    profileVersion: assessment.profileVersion,
  };
}

function daysLeft({ catalog }: LockInSources): number | null {
  const end = catalog === null ? null : daysToWorstShutdown(catalog);
  return end === null ? null : wholeDays(end.days);
}

function liabilityNow({ sources, costs, attritionPerYear }: DocumentQuestion): Liability {
  const ends = (sources.catalog?.models ?? []).flatMap(({ shutdownAt }) => (shutdownAt === null ? [] : [shutdownAt]));
  return liabilityOf({
    cost: costs.switching,
    shutdownAt: ends.length === 0 ? null : Math.min(...ends),
    attritionPerYear,
    horizonYears,
    now: sources.now,
  });
}
