// One list price: what one host asks for one kind of token of one model, true from a day until a day, and known to us
// since a day. Rows are only ever added: a correction is a row that is known later, so what was known then stays.
import { priceComponents as listedComponents, priceTiers as listedTiers } from '../refresh/catalog-row.js';

/** `tuned`: calls of a model that the vendor tuned for the customer. */
export const priceTiers = [...listedTiers, 'tuned'] as const;
export type PriceTier = (typeof priceTiers)[number];
export const priceComponents = listedComponents;
export type PriceComponent = (typeof priceComponents)[number];

export interface PriceRow {
  /** Id of the model in the catalogue. */
  readonly model: string;
  /** Who serves and bills it, such as `openai` or `groq`. */
  readonly host: string;
  readonly region: string | null;
  readonly tier: PriceTier;
  readonly component: PriceComponent;
  /** Decimal text. Null: from `validFrom` on the price is no longer told, and unknown. */
  readonly usdPerMillionTokens: string | null;
  /** Holds for the whole call when its prompt is longer than this; null: from the first token. */
  readonly abovePromptTokens: number | null;
  /** ISO day, inclusive. */
  readonly validFrom: string;
  /** ISO day, exclusive; null: no end is known. */
  readonly validUntil: string | null;
  /** ms: the day on which we read it. */
  readonly observedAt: number;
  readonly source: string;
  readonly url: string | null;
  /** Why it costs nothing; null where it costs something. */
  readonly freeBecause: string | null;
  /** A price of the operator's own contract: it rules over every list price while it lasts. */
  readonly isOverride: boolean;
}
