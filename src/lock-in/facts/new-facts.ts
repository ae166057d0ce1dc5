// Which of the things measured now become facts? Those that say something else than what is known, and once a day the
// others again, so that what goes on holding does not age.
import type { FactBasis, Indicator } from '../indicator.js';
import type { LockInSources, MeasuredFact } from '../measurement.js';
import type { Fact } from '../score/fact.js';
import { riskOf } from '../score/value-function.js';

const dayMs = 86_400_000;
/** Who records what the service itself has measured. */
export const measurer = 'system';

/** A fact without the marks that it gets when it is recorded. */
export type FactDraft = Omit<Fact, 'id' | 'recordedAt' | 'supersedes'>;

export interface NewFactsQuestion {
  readonly indicators: readonly Indicator[];
  readonly sources: LockInSources;
  /** The facts that rule now. */
  readonly ruling: ReadonlyMap<string, Fact>;
  /** False: no call has been seen yet, so that what is known of models is what the catalogue says of a name. */
  readonly isTrafficSeen: boolean;
}

/** @throws Error where an indicator measures what its own value function does not know: a bug */
export function newFacts({ indicators, sources, ruling, isTrafficSeen }: NewFactsQuestion): FactDraft[] {
  return indicators.flatMap((indicator) => {
    const measured = indicator.measure?.(sources) ?? null;
    if (measured === null) {
      return [];
    }
    if (riskOf(indicator.value, measured.value) === null) {
      throw new Error(`indicator ${indicator.id} measured ${measured.value}, which it has no risk for`);
    }
    const basis = basisOf(indicator, isTrafficSeen);
    return saysMore(measured, { basis, known: ruling.get(indicator.id), now: sources.now })
      ? [
          {
            indicatorId: indicator.id,
            value: measured.value,
            basis,
            observedAt: measured.observedAt,
            validUntil: null,
            recordedBy: measurer,
            evidence: measured.evidence,
            note: measured.note,
          },
        ]
      : [];
  });
}

function basisOf({ basis, dimension }: Indicator, isTrafficSeen: boolean): FactBasis {
  if (dimension === 'D5' && !isTrafficSeen) {
    return 'catalogue';
  }
  return basis === 'documented' ? 'documented' : 'measured';
}

function saysMore(
  measured: MeasuredFact,
  { basis, known, now }: { basis: FactBasis; known: Fact | undefined; now: number },
): boolean {
  if (known === undefined) {
    return true;
  }
  if (measured.observedAt < known.observedAt) {
    return false;
  }
  const isOther = measured.value !== known.value || basis !== known.basis;
  const isDayOld = now - known.recordedAt >= dayMs && measured.observedAt > known.observedAt;
  return isOther || isDayOld;
}
