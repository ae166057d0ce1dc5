// What did this call cost? By contract price where there is one, by list price where there is not, unknown where there
// is neither. The tier is chosen by the prompt of the one call and holds for the whole of it (the 200,000-token tier of
// Gemini 2.5 Pro: 250,000 + 1,000 tokens cost 0.64 USD, not the 0.385 of a marginal reading).
// A contract row that names any price rules alone: mixing it with list prices would bill a price that nobody agreed to.
import { callCostNanoUsd, type TokenPrices, type TokenUsage } from '../kernel/money.js';
import type { Vendor, VendorModel } from '../vendors/vendor.js';
import type { CatalogModel, ModelCatalog } from './model-catalog.js';

export interface PricedCall {
  /** Null when the vendor reported none: then the cost is unknown. */
  readonly usage: TokenUsage | null;
  /** Null when the vendor is no longer kept. */
  readonly vendor: Vendor | null;
  readonly modelAsked: string | null;
  readonly modelServed: string | null;
}

function hasAnyPrice(model: VendorModel): boolean {
  return (
    model.usdPerMillionInputTokens !== null ||
    model.usdPerMillionCachedInputTokens !== null ||
    model.usdPerMillionOutputTokens !== null
  );
}

function contractPrices(vendor: Vendor | null, names: readonly string[]): TokenPrices | null {
  for (const name of names) {
    const model = vendor?.models.find((one) => one.name === name);
    if (model && hasAnyPrice(model)) {
      return model;
    }
  }
  return null;
}

/** What this process serves itself names its artefact: `baseline-student:art_…`. No kept vendor may claim the name. */
const ownServed = /^(baseline-student):art_/;

function catalogName(name: string, vendor: Vendor | null): string {
  return (vendor === null ? ownServed.exec(name)?.[1] : undefined) ?? name;
}

function listPrices(model: CatalogModel, promptTokens: number): TokenPrices | null {
  const long = model.longPromptPrices;
  return long !== null && promptTokens > long.abovePromptTokens ? long : model.prices;
}

/**
 * The prices that hold for a call with so many prompt tokens; null when neither a contract nor the catalogue knows one.
 * The model that was served decides before the one that was asked for: an alias may have moved.
 */
export function pricesOfCall(
  call: Omit<PricedCall, 'usage'> & { promptTokens: number },
  catalog: Pick<ModelCatalog, 'find'>,
): TokenPrices | null {
  const names = [call.modelServed, call.modelAsked].filter((name) => name !== null);
  const contract = contractPrices(call.vendor, names);
  if (contract !== null) {
    return contract;
  }
  for (const name of names) {
    const model = catalog.find(catalogName(name, call.vendor));
    if (model !== null) {
      return listPrices(model, call.promptTokens);
    }
  }
  return null;
}

/** Integer nano-USD; null when the usage or a price that it needs is unknown. Never 0 for want of a price. */
export function priceOfCall(call: PricedCall, catalog: Pick<ModelCatalog, 'find'>): number | null {
  const { usage } = call;
  if (usage === null) {
    return null;
  }
  const prices = pricesOfCall({ ...call, promptTokens: usage.promptTokens }, catalog);
  return prices === null ? null : callCostNanoUsd(usage, prices);
}
