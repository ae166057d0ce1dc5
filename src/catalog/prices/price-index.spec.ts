import { aPriceRow } from '../../../test/builders/a-catalog.js';
import { type MixLine, priceIndex } from './price-index.js';

const now = Date.parse('2026-11-25T00:00:00Z');
const line: MixLine = {
  model: 'm',
  host: 'openai',
  calls: 10,
  promptTokens: 1_000_000,
  cachedTokens: 0,
  completionTokens: 0,
};
const old = aPriceRow({ usdPerMillionTokens: '2', validFrom: '2024-01-01', validUntil: '2026-01-01' });
const present = aPriceRow({ usdPerMillionTokens: '3', validFrom: '2026-01-01' });

describe('the price index of a mix', () => {
  it('is what it costs now over what it cost then', () => {
    expect(priceIndex([old, present], { mix: [line], now, monthsAgo: 24 })).toEqual({
      index: 1.5,
      comparedShare: 1,
      sources: ['a price page'],
    });
  });

  it('is 1 where nothing moved', () => {
    expect(priceIndex([present], { mix: [line], now, monthsAgo: 1 })?.index).toBe(1);
  });

  it('is unknown where no price is that old, or nothing is priced now', () => {
    expect(priceIndex([present], { mix: [line], now, monthsAgo: 24 })).toBeNull();
    expect(priceIndex([old], { mix: [line], now, monthsAgo: 24 })).toBeNull();
    expect(priceIndex([old, present], { mix: [], now, monthsAgo: 24 })).toBeNull();
  });

  it('says how much of the mix it could compare', () => {
    const fresh = aPriceRow({ model: 'n', usdPerMillionTokens: '1', validFrom: '2026-06-01' });
    const mix = [line, { ...line, model: 'n' }];
    expect(priceIndex([old, present, fresh], { mix, now, monthsAgo: 24 })).toMatchObject({
      index: 1.5,
      comparedShare: 0.75,
    });
  });

  it('counts cached tokens as fresh ones where one of the times sold no cache', () => {
    const cached = aPriceRow({ component: 'cachedInput', usdPerMillionTokens: '0.3' });
    const mix = [{ ...line, cachedTokens: 900_000 }];
    expect(priceIndex([old, present, cached], { mix, now, monthsAgo: 24 })?.index).toBe(1.5);
  });
});
