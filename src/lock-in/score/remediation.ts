// What to mend first? By how much the score falls for each unit of cost; where no cost is given, by the fall alone, after
// those whose cost is known.
import type { Indicator } from '../indicator.js';
import type { AssessedLedger, Assessment } from './assess.js';

export interface Remediation {
  readonly indicatorId: string;
  readonly question: string;
  readonly remedy: string;
  /** How much the joined score falls if the risk becomes 0, floors left out. */
  readonly gainPoints: number;
  /** USD; null: nobody estimated it. */
  readonly costUsd: number | null;
  readonly gainPerThousandUsd: number | null;
  /** Expected liability that goes, USD; null: no liability was reckoned. */
  readonly liabilityRemovedUsd: number | null;
}

export interface RemediationQuestion {
  readonly assessment: Assessment;
  readonly indicators: readonly Indicator[];
  readonly costsUsd: Readonly<Record<string, number>>;
  readonly liabilityUsd: number | null;
}

export function rankRemediation(question: RemediationQuestion): readonly Remediation[] {
  const { assessment, indicators, costsUsd, liabilityUsd } = question;
  const { source, target } = assessment.ledgers;
  const gains = new Map([
    ...gainsOf(source, assessment, assessment.vendorShare),
    ...gainsOf(target, assessment, 1 - assessment.vendorShare),
  ]);
  return indicators
    .map((indicator): Remediation => {
      const gainPoints = gains.get(indicator.id) ?? 0;
      const costUsd = costsUsd[indicator.id] ?? null;
      return {
        indicatorId: indicator.id,
        question: indicator.question,
        remedy: indicator.remedy,
        gainPoints,
        costUsd,
        gainPerThousandUsd: costUsd === null || costUsd <= 0 ? null : (1000 * gainPoints) / costUsd,
        liabilityRemovedUsd:
          liabilityUsd === null || assessment.score === 0 ? null : (liabilityUsd * gainPoints) / assessment.score,
      };
    })
    .filter((one) => one.gainPoints > 0)
    .sort(byGainPerCost);
}

/** Fall of the joined score: √S² minus the indicator's square, weighed by its ledger's share of traffic. */
function gainsOf(ledger: AssessedLedger, { ledgers, vendorShare }: Assessment, share: number): [string, number][] {
  const square = vendorShare * ledgers.source.score ** 2 + (1 - vendorShare) * ledgers.target.score ** 2;
  return ledger.indicators.map(({ id, weight, effectiveRisk }) => {
    const own = share * 10_000 * weight * effectiveRisk ** 2;
    return [id, Math.sqrt(square) - Math.sqrt(Math.max(0, square - own))];
  });
}

function byGainPerCost(left: Remediation, right: Remediation): number {
  const [one, other] = [left.gainPerThousandUsd, right.gainPerThousandUsd];
  if (one !== null && other !== null && one !== other) {
    return other - one;
  }
  if ((one === null) !== (other === null)) {
    return one === null ? 1 : -1;
  }
  return right.gainPoints - left.gainPoints || (left.indicatorId < right.indicatorId ? -1 : 1);
}
