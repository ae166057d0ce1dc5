// Small things that several indicators need to make a fact of what was seen.
import type { CatalogFacts, DrillFacts, MeasuredFact } from './measurement.js';
import type { FactValue } from './score/value-function.js';

export const dayMs = 86_400_000;

export function measuredFact(
  value: FactValue,
  observedAt: number,
  shown: { evidence: readonly string[]; note: string },
): MeasuredFact {
  return { value, observedAt, ...shown };
}

export function newestDrill(drills: readonly DrillFacts[], kind: DrillFacts['kind']): DrillFacts | null {
  return drills
    .filter((one) => one.kind === kind)
    .reduce<DrillFacts | null>((newest, one) => (newest === null || one.at > newest.at ? one : newest), null);
}

export interface DaysToShutdown {
  readonly model: string;
  /** Negative: it is over. */
  readonly days: number;
  /** False: no date was announced, and the developer's short notices stand in for it. */
  readonly isAnnounced: boolean;
  readonly sources: readonly string[];
}

/** Of the models in use, the one that ends first; critical ones alone, where there are any. Null: nothing is known. */
export function daysToWorstShutdown({ models, observedAt }: CatalogFacts): DaysToShutdown | null {
  const critical = models.filter((one) => one.isCritical);
  const ends = (critical.length > 0 ? critical : models).flatMap((one): DaysToShutdown[] => {
    const days = one.shutdownAt === null ? one.shortNoticeDaysOfDeveloper : (one.shutdownAt - observedAt) / dayMs;
    return days === null
      ? []
      : [{ model: one.model, days, isAnnounced: one.shutdownAt !== null, sources: one.sources }];
  });
  return ends.reduce<DaysToShutdown | null>(
    (worst, one) => (worst === null || one.days < worst.days ? one : worst),
    null,
  );
}
