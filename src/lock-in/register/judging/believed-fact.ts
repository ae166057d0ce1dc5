// What may be told to a supervisor of a fact: nothing after its end, nothing once it is older than two half-lives, and a
// risk at the upper end of what it allows. Forgetting a fact therefore never makes an answer milder.

import { dayMs } from '../../in-words.js';
import type { Indicator } from '../../indicator.js';
import { allIndicators } from '../../indicators/all-indicators.js';
import type { Fact } from '../../score/fact.js';
import { freshnessOf } from '../../score/score-ledger.js';
import { type FactValue, riskOf } from '../../score/value-function.js';
import type { ProjectPicture } from '../project-picture.js';

const halfLivesMax = 2;
/** By how a fact was come by, as the shipped profile has it. */
const confidenceOfBasis: Readonly<Record<Fact['basis'], number>> = {
  measured: 1,
  documented: 0.9,
  'declared with evidence': 0.8,
  declared: 0.5,
  catalogue: 0.4,
};

export interface Believed {
  readonly value: FactValue;
  readonly fact: Fact;
  readonly ageDays: number;
  /** 0 to 1. */
  readonly confidence: number;
}

const indicators: ReadonlyMap<string, Indicator> = new Map(allIndicators.map((one) => [one.id, one]));

export function indicatorOf(id: string): Indicator {
  const found = indicators.get(id);
  if (found === undefined) {
    throw new Error(`there is no indicator ${id}`);
  }
  return found;
}

/** Null: unknown, over, too old, or no value of the indicator. */
export function believedFact(picture: ProjectPicture, indicatorId: string): Believed | null {
  const fact = picture.facts.get(indicatorId);
  const indicator = indicatorOf(indicatorId);
  const now = momentOf(indicator, picture);
  if (fact === undefined || riskOf(indicator.value, fact.value) === null || !isBelieved(fact, indicator, now)) {
    return null;
  }
  const freshness = freshnessOf(fact, indicator.halfLifeDays, now);
  return {
    value: fact.value,
    fact,
    ageDays: ageDaysOf(fact.observedAt, picture.now),
    confidence: confidenceOfBasis[fact.basis] * freshness,
  };
}

/** The ledger of a vendor that was left stays as it was then. */
function momentOf({ dimension }: Indicator, { now, sourceClosedAt }: ProjectPicture): number {
  return dimension.startsWith('D') ? Math.min(now, sourceClosedAt ?? now) : now;
}

function isBelieved(fact: Fact, { halfLifeDays }: Indicator, now: number): boolean {
  const isOver = fact.validUntil !== null && fact.validUntil <= now;
  return !isOver && now - fact.observedAt <= halfLivesMax * halfLifeDays * dayMs;
}

/** 0 to 1: the risk if everything that is not known fresh is as bad as can be; 1 without a fact. */
export function upperRisk(picture: ProjectPicture, indicatorId: string): number {
  const known = believedFact(picture, indicatorId);
  const indicator = indicatorOf(indicatorId);
  const risk = known === null ? null : riskOf(indicator.value, known.value);
  if (known === null || risk === null) {
    return 1;
  }
  return risk + (1 - freshnessOf(known.fact, indicator.halfLifeDays, momentOf(indicator, picture))) * (1 - risk);
}

export function ageDaysOf(at: number, now: number): number {
  return Math.max(0, Math.floor((now - at) / dayMs));
}
