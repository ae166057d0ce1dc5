// Could the function be run in-house, and what if the vendor stopped? Both from facts at the upper end of what they allow;
// where a fact that decides is missing, the impact was not assessed, which is never called low.

import { type FactValue, riskOf } from '../../score/value-function.js';
import type { ProjectPicture } from '../project-picture.js';
import { believedFact, indicatorOf, upperRisk } from './believed-fact.js';

export const reintegrations = ['easy', 'difficult', 'highly_complex'] as const;
export type Reintegration = (typeof reintegrations)[number];

/** People who can run it, drilled runbooks, machines to spare, a failover that worked. */
const ownStrength = ['t5.1', 't5.2', 't4.2', '7.4'] as const;

export function reintegrationOf(picture: ProjectPicture): Reintegration {
  const squares = ownStrength.map((id) => upperRisk(picture, id) ** 2);
  const points = 100 * Math.sqrt(squares.reduce((sum, one) => sum + one, 0) / squares.length);
  return points < 25 ? 'easy' : points < 50 ? 'difficult' : 'highly_complex';
}

/** From the mildest on; `not_performed` is no milder than `high`. */
export const impacts = ['low', 'medium', 'high', 'not_performed'] as const;
export type Impact = (typeof impacts)[number];

const highFrom = 0.75;
const mediumFrom = 0.35;

/**
 * By the criticality of the function and its reliance on the service, the worse of both; one step worse where leaving
 * under stress takes longer than the function can bear, or nobody knows how long it takes.
 */
export function impactOf(
  told: { criticality: FactValue | null; reliance: FactValue | null },
  picture: ProjectPicture,
): Impact {
  const risks = [riskAt('1.4', told.criticality), riskAt('1.5', told.reliance)];
  const known = risks.filter((risk) => risk !== null);
  const worst = Math.max(0, ...known);
  if (worst >= highFrom) {
    return 'high';
  }
  if (known.length < risks.length) {
    return 'not_performed';
  }
  const stressed = believedFact(picture, '6.4')?.value ?? null;
  const isBearable = typeof stressed === 'number' && stressed <= 1;
  if (worst >= mediumFrom) {
    return isBearable ? 'medium' : 'high';
  }
  return isBearable ? 'low' : 'medium';
}

function riskAt(indicatorId: string, value: FactValue | null): number | null {
  return value === null ? null : riskOf(indicatorOf(indicatorId).value, value);
}
