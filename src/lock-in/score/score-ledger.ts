// The lock-in score of one ledger: a weighted quadratic mean of risks, so that one failed dimension cannot hide behind
// six good ones, and squares still add up: each indicator's points are exact. What is not known counts as dangerous, and
// what was forgotten never improves the score.
import type { FactBasis, Indicator } from '../indicator.js';
import type { Fact } from './fact.js';
import { globalWeight, type Profile } from './profile.js';
import { riskOf } from './value-function.js';

const dayMs = 86_400_000;

export interface ScoredIndicator {
  readonly id: string;
  /** The fact's own risk; null: no fact that could be read. */
  readonly risk: number | null;
  /** 0 to 1: 1 when new, half after a half-life; 0 without a fact. */
  readonly freshness: number;
  /** With the prior for what is unknown or old. */
  readonly effectiveRisk: number;
  /** Share of the whole weight of the ledger. */
  readonly weight: number;
  /** Points of the score; they sum to it. */
  readonly points: number;
  /** How much the score falls if its risk becomes 0. */
  readonly gain: number;
  readonly confidence: number;
  readonly factId: string | null;
}

export interface LedgerScore {
  /** 0 to 100, floors not applied. */
  readonly score: number;
  /** Everything unknown or stale taken for harmless. */
  readonly low: number;
  /** Everything unknown or stale taken for the worst. */
  readonly high: number;
  /** 0 to 1: how much of the weight stands on fresh facts, by how they were come by. */
  readonly confidence: number;
  /** How hard it is to leave: the indicators that are barriers alone; null: the ledger has none. */
  readonly barrier: number | null;
  readonly indicators: readonly ScoredIndicator[];
}

interface Parts {
  readonly indicator: Indicator;
  readonly weight: number;
  readonly risk: number | null;
  readonly freshness: number;
  readonly effectiveRisk: number;
  readonly low: number;
  readonly high: number;
  readonly confidence: number;
  readonly factId: string | null;
}

export interface LedgerQuestion {
  readonly indicators: readonly Indicator[];
  readonly facts: ReadonlyMap<string, Fact>;
  readonly profile: Profile;
  /** Milliseconds since the epoch. */
  readonly now: number;
}

/** S = 100·√(Σ w·r²); r = v + (1 − φ)·(max(v, π) − v), φ = 2^(−age / half-life), π the prior of the unknown. */
export function scoreLedger({ indicators, facts, profile, now }: LedgerQuestion): LedgerScore {
  const parts = indicators.map((indicator) => partsOf(indicator, facts.get(indicator.id), { profile, now }));
  const squares = sum(parts, (part) => part.weight * part.effectiveRisk ** 2);
  const score = 100 * Math.sqrt(squares);
  const barriers = parts.filter((part) => part.indicator.isBarrier);
  const barrierWeight = sum(barriers, (part) => part.weight);
  return {
    score,
    low: 100 * Math.sqrt(sum(parts, (part) => part.weight * part.low ** 2)),
    high: 100 * Math.sqrt(sum(parts, (part) => part.weight * part.high ** 2)),
    confidence: sum(parts, (part) => part.confidence),
    barrier:
      barrierWeight === 0
        ? null
        : 100 * Math.sqrt(sum(barriers, (part) => part.weight * part.effectiveRisk ** 2) / barrierWeight),
    indicators: parts.map((part) => scored(part, score)),
  };
}

function scored(part: Parts, score: number): ScoredIndicator {
  const { indicator, risk, freshness, effectiveRisk, weight, confidence, factId } = part;
  const square = 10_000 * weight * effectiveRisk ** 2;
  return {
    id: indicator.id,
    risk,
    freshness,
    effectiveRisk,
    weight,
    points: score === 0 ? 0 : square / score,
    gain: score - Math.sqrt(Math.max(0, score ** 2 - square)),
    confidence,
    factId,
  };
}

function partsOf(
  indicator: Indicator,
  fact: Fact | undefined,
  { profile, now }: { profile: Profile; now: number },
): Parts {
  const weight = globalWeight(profile, indicator);
  const prior = indicator.isGate ? 1 : profile.unknownRisk;
  const risk = fact === undefined ? null : riskOf(indicator.value, fact.value);
  const unknown = { indicator, weight, risk: null, freshness: 0, low: 0, high: 1, confidence: 0, factId: null };
  if (fact === undefined || risk === null) {
    return { ...unknown, effectiveRisk: prior };
  }
  if (fact.validUntil !== null && fact.validUntil <= now) {
    return { ...unknown, risk, effectiveRisk: Math.max(prior, risk), factId: fact.id };
  }
  const freshness = freshnessOf(fact, indicator.halfLifeDays, now);
  return {
    indicator,
    weight,
    risk,
    freshness,
    effectiveRisk: risk + (1 - freshness) * (Math.max(risk, prior) - risk),
    low: risk * freshness,
    high: risk + (1 - freshness) * (1 - risk),
    confidence: weight * confidenceOf(profile, fact.basis) * freshness,
    factId: fact.id,
  };
}

/** 2^(−age / half-life); 1 for a fact of now. */
export function freshnessOf(fact: Pick<Fact, 'observedAt'>, halfLifeDays: number, now: number): number {
  return 2 ** (-Math.max(0, now - fact.observedAt) / dayMs / halfLifeDays);
}

function confidenceOf(profile: Profile, basis: FactBasis): number {
  return profile.confidenceOfBasis[basis] ?? 0;
}

function sum(parts: readonly Parts[], of: (part: Parts) => number): number {
  return parts.reduce((total, part) => total + of(part), 0);
}
