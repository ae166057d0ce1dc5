// The port through which a vendor is asked which models it has: `GET /models` of the OpenAI dialect, with what some vendors
// add to it: the day on which a model is turned off, and how much it takes.
import type { Refusal } from '../../kernel/refusal.js';

export interface ListedModel {
  readonly id: string;
  /** ISO day; null: the vendor tells none. */
  readonly shutdownOn: string | null;
  /** Null: the vendor does not tell. */
  readonly contextTokens: number | null;
}

export interface ModelListing {
  readonly models: readonly ListedModel[];
  /** `sha256:…` of the bytes that came. */
  readonly digest: string;
}

export abstract class ModelListings {
  /** Refuses as `resolve` does, and with `upstream-unreachable` what is no list: an empty one is none. Never rejects. */
  abstract of(vendor: string): Promise<ModelListing | Refusal>;
}
