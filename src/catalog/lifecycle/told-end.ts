// When a model ends, as one source told it on one day. What sources say is kept side by side; which one rules is decided
// in lifecycle.ts, each time anew.

/** By whom, the most believed first: the own contract, the vendor's interface, its pages, and those who collect dates. */
export const endTellers = ['contract', 'provider-api', 'provider-page', 'registry', 'price-file'] as const;
export type EndTeller = (typeof endTellers)[number];

export interface ToldEnd {
  readonly by: EndTeller;
  /** Such as `OpenAI deprecations page`. */
  readonly source: string;
  readonly url: string | null;
  /** ISO day on which the source was read. */
  readonly accessedOn: string;
  /** ISO day. Null: the source names an earliest day only, or says that none is planned. */
  readonly shutdownOn: string | null;
  /** ISO day before which it does not end. */
  readonly earliestShutdownOn: string | null;
  /** ISO days that this source is known to have named before, oldest first; when it did is not known. */
  readonly saidBefore: readonly string[];
  /** What else the source says, in our words. */
  readonly says: string | null;
}

/** What happens to a call after the end: it fails, or another model answers it. */
export const endBehaviours = ['error', 'reroute'] as const;

/** What is on file about the end of one model. */
export interface LifecycleRecord {
  /** Id of the model in the catalogue. */
  readonly model: string;
  /** ISO day on which the end was announced; null: not known, or nothing was announced. */
  readonly announcedOn: string | null;
  readonly deprecatedOn: string | null;
  readonly behaviour: (typeof endBehaviours)[number] | null;
  /** Names as the vendor gives them; they need not be in the catalogue. */
  readonly replacements: readonly string[];
  readonly told: readonly ToldEnd[];
}
