// Which models exist, what they can take, what they cost by list price and until when. Facts with a source and a day:
// what is not known is null, and a list price is only used where no contract price is known.
import type { TokenPrices } from '../kernel/money.js';

export const opennesses = ['closed', 'open-weights', 'open'] as const;
/** `open-weights`: the weights are handed out under terms of their own. `open`: under a licence that restricts no use. */
export type Openness = (typeof opennesses)[number];

/** List prices that hold for the whole call when its prompt is longer than `abovePromptTokens`. */
export interface LongPromptPrices extends TokenPrices {
  readonly abovePromptTokens: number;
}

export const modelKinds = ['chat', 'completion', 'encoder', 'classifier'] as const;

export interface CatalogModel {
  /** As vendors call it, e.g. `gpt-4o` or `meta-llama/Llama-2-7b-chat-hf`. */
  readonly id: string;
  readonly developer: string;
  readonly openness: Openness;
  /** What it does: converses, continues a text, turns texts or images into vectors, or names a class. */
  readonly kind: (typeof modelKinds)[number];
  readonly contextTokens: number | null;
  /** An SPDX id or the name of the terms. */
  readonly licence: string | null;
  readonly parameters: number | null;
  readonly prices: TokenPrices | null;
  readonly longPromptPrices: LongPromptPrices | null;
  /** ISO day on which the developer turns it off. Null: none is announced; weights that one holds are never off. */
  readonly shutdownOn: string | null;
  /** What a reader must know beside the numbers. */
  readonly note: string | null;
  readonly source: string;
  /** ISO day. */
  readonly observedOn: string;
  /** Other names by which vendors serve the same model. */
  readonly aliases: readonly string[];
}

export abstract class ModelCatalog {
  /** By id or alias, upper and lower case alike. */
  abstract find(id: string): CatalogModel | null;
  abstract all(): readonly CatalogModel[];
}
