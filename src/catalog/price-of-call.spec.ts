import { aVendor, aVendorModel } from '../../test/builders/a-vendor.js';
import { loadCatalog } from './load-catalog.client.js';
import { priceOfCall, pricesOfCall } from './price-of-call.js';

const catalog = loadCatalog();
const nanoUsdPerUsd = 1e9;

function call(parts: { modelServed?: string; modelAsked?: string; vendor?: ReturnType<typeof aVendor> }) {
  return { vendor: null, modelAsked: null, modelServed: null, ...parts };
}

function usage(promptTokens: number, completionTokens: number, cachedTokens = 0) {
  return { promptTokens, cachedTokens, completionTokens };
}

describe('the price of a call', () => {
  it('bills cached tokens at their own price by contract', () => {
    const contract = { usdPerMillionInputTokens: '2.5', usdPerMillionCachedInputTokens: '0.25' };
    const model = aVendorModel({ name: 'm', ...contract, usdPerMillionOutputTokens: '15' });
    const priced = call({ vendor: aVendor({ models: [model] }), modelServed: 'm' });
    expect(priceOfCall({ ...priced, usage: usage(6074, 285, 3456) }, catalog)).toBe(0.011684 * nanoUsdPerUsd);
  });

  it('adds up a month of GPT-4o by list price', () => {
    const asked = call({ modelAsked: 'gpt-4o' });
    expect(priceOfCall({ ...asked, usage: usage(100e6, 20e6, 40e6) }, catalog)).toBe(400 * nanoUsdPerUsd);
  });

  it('takes the tier by the prompt of the one call, for the whole of it', () => {
    const asked = call({ modelServed: 'gemini-2.5-pro' });
    expect(priceOfCall({ ...asked, usage: usage(250_000, 1000) }, catalog)).toBe(0.64 * nanoUsdPerUsd);
    expect(priceOfCall({ ...asked, usage: usage(200_000, 0) }, catalog)).toBe(0.25 * nanoUsdPerUsd);
  });

  it('goes by the model that was served before the one that was asked for', () => {
    const moved = call({ modelAsked: 'gpt-4o', modelServed: 'gpt-4o-2024-05-13' });
    expect(pricesOfCall({ ...moved, promptTokens: 1 }, catalog)).toMatchObject({ usdPerMillionInputTokens: '5' });
  });

  it('goes by the model that was asked for where the served one is not known', () => {
    const unknown = call({ modelAsked: 'gpt-4o', modelServed: 'gpt-4o-2031-01-01' });
    expect(pricesOfCall({ ...unknown, promptTokens: 1 }, catalog)).toMatchObject({ usdPerMillionInputTokens: '2.50' });
  });

  it('does not fill the gaps of a contract with list prices', () => {
    const model = aVendorModel({ name: 'gpt-4o', usdPerMillionInputTokens: '2', usdPerMillionOutputTokens: '8' });
    const priced = call({ vendor: aVendor({ models: [model] }), modelAsked: 'gpt-4o' });
    expect(priceOfCall({ ...priced, usage: usage(1000, 0) }, catalog)).toBe(0.002 * nanoUsdPerUsd);
    expect(priceOfCall({ ...priced, usage: usage(1000, 0, 500) }, catalog)).toBeNull();
  });

  it('goes by the list where the contract names the model and no price', () => {
    const priced = call({ vendor: aVendor({ models: [aVendorModel({ name: 'gpt-4o' })] }), modelAsked: 'gpt-4o' });
    expect(pricesOfCall({ ...priced, promptTokens: 1 }, catalog)).toMatchObject({ usdPerMillionInputTokens: '2.50' });
  });

  it.each([
    ['a model that nobody knows', call({ modelAsked: 'no-such-model' })],
    ['an open model whose host named no price', call({ modelAsked: 'meta-llama/Llama-2-7b-chat-hf' })],
    ['no model at all', call({})],
  ])('is unknown, and not free, for %s', (_, priced) => {
    expect(priceOfCall({ ...priced, usage: usage(1000, 10) }, catalog)).toBeNull();
  });

  it('is unknown where the usage is', () => {
    expect(priceOfCall({ ...call({ modelAsked: 'gpt-4o' }), usage: null }, catalog)).toBeNull();
  });

  it('is nothing for what this process answers itself, and unknown for a vendor that claims its name', () => {
    const modelServed = 'baseline-student:art_01kc0000000000000000000000';
    expect(priceOfCall({ ...call({ modelServed }), usage: usage(1000, 1) }, catalog)).toBe(0);
    expect(priceOfCall({ ...call({ modelServed, vendor: aVendor() }), usage: usage(1000, 1) }, catalog)).toBeNull();
  });
});
