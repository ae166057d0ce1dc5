// Which models exist, what they can take, what they cost by list price and until when. Facts with a source and a day:
// what is not known is null, and a list price is only used where no contract price is known.
import type { TokenPrices } from '../kernel/money.js';
import type { ModelLicence } from './licences/model-licence.js';
import type { VendorTermsText } from './licences/read-licences.js';
import type { TermsQuestion } from './licences/terms-version.js';
import type { Lifecycle } from './lifecycle/lifecycle.js';
import type { Notices } from './lifecycle/notices.js';
import type { Attrition } from './models/developer-of.js';
import type { ModelIdentity } from './models/model-identity.js';
import type { PriceQuestion } from './prices/price-book.js';
import type { PriceIndex, PriceIndexQuestion } from './prices/price-index.js';
import type { PriceRow } from './prices/price-row.js';

/** List prices that hold for the whole call when its prompt is longer than `abovePromptTokens`. */
export interface LongPromptPrices extends TokenPrices {
  readonly abovePromptTokens: number;
}

/** A model as it stands today. */
export interface CatalogModel extends ModelIdentity {
  /** At its own host, in the standard tier; null where the price depends on who serves it. */
  readonly prices: TokenPrices | null;
  readonly longPromptPrices: LongPromptPrices | null;
  /** ISO day on which the developer turns it off. Null: none is announced; weights that one holds are never off. */
  readonly shutdownOn: string | null;
}

export abstract class ModelCatalog {
  /** By id or alias, upper and lower case alike; a tuned model (`ft:gpt-4o-…`) is its base at the price of tuned ones. */
  abstract find(id: string): CatalogModel | null;
  abstract all(): readonly CatalogModel[];
  /** All price rows of a model, at every host and time; empty when there are none. */
  abstract pricesOf(id: string): readonly PriceRow[];
  /** By any name of the model. */
  abstract priceAt(question: PriceQuestion): PriceRow | null;
  /** Null where nothing is on file about the end of the model. */
  abstract lifecycleOf(id: string): Lifecycle | null;
  /** Null when no such developer is known. */
  abstract noticesOf(developer: string): Notices | null;
  abstract attritionOf(developer: string): Attrition | null;
  /** The developer of a model by any name that a host gives it; null when it cannot be told. */
  abstract developerOf(name: string): string | null;
  /** Months since a successor was released; 0: none; null: not known. */
  abstract supersededMonthsOf(id: string): number | null;
  /** The licence of a model's weights; null for closed models and where none is on file. */
  abstract licenceOf(id: string): ModelLicence | null;
  /** Which version of the vendor's terms held for a call; null where none on file did. */
  abstract termsVersionAt(question: TermsQuestion): string | null;
  /** By its name, such as `openai-services-agreement@2026-01-01`; null where none on file has it. */
  abstract termsNamed(version: string): VendorTermsText | null;
  /** Cost of the mix at present prices over its cost some months ago; null when no price is that old. */
  abstract priceIndex(question: PriceIndexQuestion): PriceIndex | null;
}
