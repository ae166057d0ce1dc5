// What did a captured call cost? Vendors bill what they generate or embed, asked for by POST: a list of models read by
// GET costs nothing, a POST whose usage is not reported costs an unknown amount.
import type { ModelCatalog } from '../../catalog/model-catalog.js';
import { priceOfCall } from '../../catalog/price-of-call.js';
import type { Vendor } from '../../vendors/vendor.js';
import type { CapturedCall, PricedReading } from './captured-call.js';

export interface Priceable {
  readonly captured: CapturedCall;
  readonly reading: PricedReading;
  readonly vendor: Vendor | null;
}

/** Integer nano-USD, or null when it cannot be known. */
export function costOf({ captured, reading, vendor }: Priceable, catalog: Pick<ModelCatalog, 'find'>): number | null {
  if (captured.call.method !== 'POST') {
    return 0;
  }
  const { usage, modelServed } = reading;
  // No word about cached tokens is read as none: the price is then the highest that can be owed.
  const counted = usage === null ? null : { ...usage, cachedTokens: usage.cachedTokens ?? 0 };
  const modelAsked = captured.call.chat === null ? null : captured.target.model;
  return priceOfCall({ usage: counted, vendor, modelAsked, modelServed }, catalog);
}
