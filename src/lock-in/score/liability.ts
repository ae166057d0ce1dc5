// Lock-in in money: what being forced to leave would cost, times how likely that is within the horizon. The balance of
// up-front effort against the cost of switching is Hohpe's; the rate without a date is a proxy from catalogue attrition.

const dayMs = 86_400_000;
const yearMs = 365.25 * dayMs;

export interface SwitchingCost {
  readonly engineeringDays: number;
  readonly usdPerEngineeringDay: number;
  readonly reevaluationUsd: number;
  readonly relabellingUsd: number;
  readonly retrainingUsd: number;
  readonly reembeddingUsd: number;
  readonly dualRunningUsd: number;
  readonly forfeitedCommitmentUsd: number;
  readonly residualQualityLossUsd: number;
}

export interface LiabilityQuestion {
  /** Null: nobody estimated it, and then there is no liability to show. */
  readonly cost: SwitchingCost | null;
  /** ms; null: no date was announced. */
  readonly shutdownAt: number | null;
  /** Of the developer's models, per year; null: not known. */
  readonly attritionPerYear: number | null;
  readonly horizonYears: number;
  readonly now: number;
}

export interface Liability {
  readonly switchingUsd: number | null;
  /** 0 to 1; null: neither a date nor a rate is known. */
  readonly probability: number | null;
  readonly expectedUsd: number | null;
}

/** P = 1 with a date inside the horizon, else 1 − e^(−h·T). */
export function liabilityOf({ cost, shutdownAt, attritionPerYear, horizonYears, now }: LiabilityQuestion): Liability {
  const switchingUsd = cost === null ? null : switchingUsdOf(cost);
  const isDated = shutdownAt !== null && shutdownAt - now <= horizonYears * yearMs;
  const byRate = attritionPerYear === null ? null : 1 - Math.exp(-attritionPerYear * horizonYears);
  const probability = isDated ? 1 : byRate;
  return {
    switchingUsd,
    probability,
    expectedUsd: switchingUsd === null || probability === null ? null : switchingUsd * probability,
  };
}

export function switchingUsdOf(cost: SwitchingCost): number {
  const { engineeringDays, usdPerEngineeringDay, ...sums } = cost;
  return engineeringDays * usdPerEngineeringDay + Object.values(sums).reduce((total, usd) => total + usd, 0);
}
