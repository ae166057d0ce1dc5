// The tokens of the window by model and connection, as price indices take them. Cached tokens are not told apart in the
// sums of a day: they count as fresh ones, at both times.
import type { ModelCatalog } from '../../catalog/model-catalog.js';
import type { MixLine } from '../../catalog/prices/price-index.js';
import { modelNamed } from '../measure/known-names.js';
import { ownServer } from '../traffic/read-exchange.js';
import type { TrafficState } from '../traffic/traffic-state.js';

export function priceMix({ lines }: TrafficState, catalog: ModelCatalog): readonly MixLine[] {
  return Object.values(lines)
    .filter(({ vendor }) => vendor !== ownServer)
    .flatMap(({ vendor, modelServed, modelAsked, calls, inputTokens, outputTokens }) => {
      const model = modelNamed(catalog, modelServed ?? modelAsked ?? '');
      return model === null
        ? []
        : [
            {
              ...{ model: model.id, host: vendor, calls, promptTokens: inputTokens, cachedTokens: 0 },
              completionTokens: outputTokens,
            },
          ];
    });
}
