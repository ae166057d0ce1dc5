// A score that explains itself: by ledger, dimension and indicator with its points, the fact under it, how fresh that is
// and what shows it. The points of a ledger's indicators add up to its score before floors.
import { type Dimension, dimensions, type Indicator, type Ledger } from '../indicator.js';
import type { AssessedLedger, Assessment } from '../score/assess.js';
import type { Fact } from '../score/fact.js';
import type { ScoredIndicator } from '../score/score-ledger.js';

export interface ExplainedFact {
  readonly id: string;
  readonly value: number | string;
  readonly basis: string;
  readonly observedAt: string;
  readonly validUntil: string | null;
  readonly recordedBy: string;
  readonly evidence: readonly string[];
  readonly note: string;
}

export interface ExplainedIndicator {
  readonly id: string;
  readonly name: string;
  readonly question: string;
  readonly isGate: boolean;
  readonly isBarrier: boolean;
  /** Null: nothing is known. */
  readonly risk: number | null;
  readonly effectiveRisk: number;
  readonly freshness: number;
  readonly weight: number;
  readonly points: number;
  readonly gainPoints: number;
  readonly remedy: string;
  readonly fact: ExplainedFact | null;
}

export interface ExplainedDimension {
  readonly id: Dimension;
  readonly name: string;
  readonly points: number;
  readonly indicators: readonly ExplainedIndicator[];
}

export interface ExplainedLedger {
  readonly score: number;
  readonly withFloors: number;
  readonly low: number;
  readonly high: number;
  readonly confidence: number;
  readonly barrier: number | null;
  readonly dimensions: readonly ExplainedDimension[];
}

export function explainLedger(
  ledger: Ledger,
  { assessment, facts }: { assessment: Assessment; facts: readonly Fact[] },
  indicators: readonly Indicator[],
): ExplainedLedger {
  const scored: AssessedLedger = assessment.ledgers[ledger];
  const byId = new Map(facts.map((fact) => [fact.id, fact]));
  const ids = (Object.keys(dimensions) as Dimension[]).filter((id) => dimensions[id].ledger === ledger);
  return {
    score: scored.score,
    withFloors: scored.floored,
    low: scored.low,
    high: scored.high,
    confidence: scored.confidence,
    barrier: scored.barrier,
    dimensions: ids.map((id) => {
      const own = indicators.filter((one) => one.dimension === id);
      const explained = own.flatMap((one) => explainIndicator(one, scored.indicators, byId));
      return {
        id,
        name: dimensions[id].name,
        points: explained.reduce((sum, one) => sum + one.points, 0),
        indicators: explained,
      };
    }),
  };
}

function explainIndicator(
  indicator: Indicator,
  scores: readonly ScoredIndicator[],
  facts: ReadonlyMap<string, Fact>,
): ExplainedIndicator[] {
  const { id, name, question, isGate, isBarrier, remedy } = indicator;
  const score = scores.find((one) => one.id === id);
  if (score === undefined) {
    return [];
  }
  const { risk, effectiveRisk, freshness, weight, points, gain, factId } = score;
  const fact = factId === null ? undefined : facts.get(factId);
  return [
    {
      ...{ id, name, question, isGate, isBarrier, risk, effectiveRisk, freshness, weight, points },
      gainPoints: gain,
      remedy,
      fact: fact === undefined ? null : explainFact(fact),
    },
  ];
}

export function explainFact(fact: Fact): ExplainedFact {
  const { id, value, basis, observedAt, validUntil, recordedBy, evidence, note } = fact;
  return {
    ...{ id, value, basis },
    observedAt: new Date(observedAt).toISOString(),
    validUntil: validUntil === null ? null : new Date(validUntil).toISOString(),
    ...{ recordedBy, evidence, note },
  };
}

export interface ConfidenceStep {
  readonly indicatorId: string;
  readonly question: string;
  /** How much the confidence of the joined score rises with a fresh measured fact. */
  readonly confidenceGain: number;
}

/** What would raise confidence most, at most `count` of them. */
export function raisesConfidence(
  { ledgers, vendorShare }: Assessment,
  indicators: readonly Indicator[],
  count: number,
): readonly ConfidenceStep[] {
  const shares = { source: vendorShare, target: 1 - vendorShare };
  return indicators
    .flatMap((indicator) => {
      const ledger = dimensions[indicator.dimension].ledger;
      const score = ledgers[ledger].indicators.find((one) => one.id === indicator.id);
      const confidenceGain = score === undefined ? 0 : shares[ledger] * (score.weight - score.confidence);
      return [{ indicatorId: indicator.id, question: indicator.question, confidenceGain }];
    })
    .filter((one) => one.confidenceGain > 0)
    .sort(
      (left, right) => right.confidenceGain - left.confidenceGain || (left.indicatorId < right.indicatorId ? -1 : 1),
    )
    .slice(0, count);
}
