// What the deployment reports of itself, and what is known after each report: part by part the newest. A scan of the image comes
// every night, an inventory once a quarter; neither makes the other older.
import type { ServingFacts } from '../measurement.js';

export const servingKind = 'serving';
export const servingId = 'current';

export const nothingReported: ServingFacts = {};

/** @param kept the document of this kind; null: nobody has reported anything */
export function servingIn(kept: { readonly value: unknown } | null): ServingFacts {
  return (kept?.value as ServingFacts | undefined) ?? nothingReported;
}

const parts = [
  'capacityBySupplier',
  'loadTest',
  'engineSupport',
  'hardwareOnlyShare',
  'criticalFaults',
  'qualitySampledShare',
  'hasDriftMonitor',
] as const satisfies readonly (keyof ServingFacts)[];

/** Parts that a report may bring, each without the marks that all of them share. */
export type ReportedParts = { readonly [Part in (typeof parts)[number]]?: NonNullable<ServingFacts[Part]>['value'] };

export interface ServingReport {
  readonly parts: ReportedParts;
  /** ms. */
  readonly at: number;
  readonly evidence: readonly string[];
}

/** Which parts the report brings; none: it says nothing. */
export function partsOf({ parts: told }: Pick<ServingReport, 'parts'>): readonly (keyof ServingFacts)[] {
  return parts.filter((part) => told[part] !== undefined);
}

export function factsOfReport({ parts: told, at, evidence }: ServingReport): ServingFacts {
  return Object.fromEntries(partsOf({ parts: told }).map((part) => [part, { value: told[part], at, evidence }]));
}

/** Part by part the one that was seen later; of two at the same time the second. */
export function mergeServing(one: ServingFacts, other: ServingFacts): ServingFacts {
  const later = parts.flatMap((part) => {
    const [known, told] = [one[part], other[part]];
    const seen = known === undefined || (told !== undefined && told.at >= known.at) ? told : known;
    return seen === undefined ? [] : [[part, seen] as const];
  });
  return Object.fromEntries(later);
}
