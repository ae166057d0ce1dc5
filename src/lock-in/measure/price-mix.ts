// The tokens of the window by model and host, as price indices take them. Cached tokens have a price of their own.
import type { ModelCatalog } from '../../catalog/model-catalog.js';
import type { MixLine, PriceIndex } from '../../catalog/prices/price-index.js';
import { ownServer } from '../traffic/read-exchange.js';
import type { TrafficState } from '../traffic/traffic-state.js';
import { modelNamed } from './known-names.js';

/** Of the present cost of the mix: where less had a price then, the index speaks of something else. */
const comparedShareMin = 0.5;

export function priceMix({ lines }: TrafficState, catalog: ModelCatalog): readonly MixLine[] {
  return Object.values(lines)
    .filter((line) => line.vendor !== ownServer)
    .flatMap((line) => {
      const model = modelNamed(catalog, line.modelServed ?? line.modelAsked ?? '');
      return model === null
        ? []
        : [
            {
              model: model.id,
              host: model.host ?? line.vendor,
              calls: line.calls,
              promptTokens: line.inputTokens,
              cachedTokens: Math.min(line.cachedTokens, line.inputTokens),
              completionTokens: line.outputTokens,
            },
          ];
    });
}

/** Null where no price is that old, or for less than half of what the mix costs now. */
export function comparedPrices(
  catalog: ModelCatalog,
  state: TrafficState,
  { now, monthsAgo }: { readonly now: number; readonly monthsAgo: number },
): PriceIndex | null {
  const prices = catalog.priceIndex({ mix: priceMix(state, catalog), now, monthsAgo });
  return prices !== null && prices.comparedShare >= comparedShareMin ? prices : null;
}
