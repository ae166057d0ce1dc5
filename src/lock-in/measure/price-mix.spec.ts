import { anExchange } from '../../../test/builders/an-exchange.js';
import { twoModels } from '../../../test/builders/lock-in-rooms.js';
import type { ModelCatalog } from '../../catalog/model-catalog.js';
import { readExchange } from '../traffic/read-exchange.js';
import { mergeTraffic } from '../traffic/traffic-state.js';
import { comparedPrices, priceMix } from './price-mix.js';

const usage = { modelAsked: 'gpt-4o', modelServed: 'gpt-4o', promptTokens: 100, completionTokens: 7 };
const state = mergeTraffic(
  readExchange(anExchange({ ...usage, cachedTokens: 40 })),
  readExchange(anExchange({ ...usage, cachedTokens: 50, arm: 'candidate', route: 'candidate' })),
);

describe('the mix that prices are compared by', () => {
  it('tells cached tokens from fresh ones, at the host of the model, without own servers', () => {
    expect(priceMix(state, twoModels)).toEqual([
      { model: 'gpt-4o', host: 'openai', calls: 1, promptTokens: 100, cachedTokens: 40, completionTokens: 7 },
    ]);
  });

  it.each([
    [0.5, 1.2],
    [0.49, null],
  ])('with %d of its cost compared has the index %p', (comparedShare, index) => {
    const catalog = { ...twoModels, priceIndex: () => ({ index: 1.2, comparedShare, sources: [] }) };
    const prices = comparedPrices(catalog as unknown as ModelCatalog, state, { now: 0, monthsAgo: 1 });
    expect(prices?.index ?? null).toBe(index);
  });
});
