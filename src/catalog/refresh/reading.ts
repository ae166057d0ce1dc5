// What one source said at one time about models, before anybody has judged it.
import type { Offer } from './catalog-row.js';

export const sourceKinds = ['litellm', 'models.dev', 'bundle', 'vendor'] as const;
export type SourceKind = (typeof sourceKinds)[number];

export interface ToldOffer extends Offer {
  /** By field; a field that is not told is absent, never null. */
  readonly values: Readonly<Record<string, string>>;
  /** Where a bundle has a fact from, and since when it is true (ms); absent: from the source itself, since it was read. */
  readonly origins?: Readonly<Record<string, { readonly source: string; readonly validFrom: number }>>;
}

export interface Reading {
  readonly kind: SourceKind;
  /** The source by name, with the vendor's where it is one: `litellm`, `vendor:openai`. One reading of each is kept. */
  readonly source: string;
  readonly rank: number;
  /** ms */
  readonly observedAt: number;
  /** `sha256:…` of the bytes that were read. */
  readonly digest: string;
  readonly offers: readonly ToldOffer[];
}

/** What a reader made of a text: the offers, and what it left out and why. */
export interface ReadOffers {
  readonly offers: readonly ToldOffer[];
  readonly faults: readonly string[];
}

const faultsShownMax = 50;

/** The first faults, and how many more there are. */
export function shownFaults(faults: readonly string[]): readonly string[] {
  const more = faults.length - faultsShownMax;
  return more > 0 ? [...faults.slice(0, faultsShownMax), `and ${more} more`] : faults;
}
