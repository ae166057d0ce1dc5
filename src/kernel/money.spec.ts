import fc from 'fast-check';
import { callCostNanoUsd, formatNanoUsd, isPrice, totalCost } from './money.js';

const prices = {
  usdPerMillionInputTokens: '2.5',
  usdPerMillionCachedInputTokens: '0.25',
  usdPerMillionOutputTokens: '15',
};
const usage = { promptTokens: 6074, cachedTokens: 3456, completionTokens: 285 };

describe('the cost of a call', () => {
  it('charges cached tokens once, at their own price', () => {
    // Published case: LiteLLM pull request 28009; charging cached tokens at full price too gave 0.01946.
    expect(callCostNanoUsd(usage, prices)).toBe(11_684_000);
    expect(formatNanoUsd(11_684_000)).toBe('0.011684');
  });

  it('adds up to the month that its definition gives', () => {
    const month = { promptTokens: 100_000_000, cachedTokens: 40_000_000, completionTokens: 20_000_000 };
    const gpt4o = { ...prices, usdPerMillionCachedInputTokens: '1.25', usdPerMillionOutputTokens: '10' };
    expect(formatNanoUsd(callCostNanoUsd(month, gpt4o) ?? 0)).toBe('400');
  });

  it.each(['usdPerMillionInputTokens', 'usdPerMillionCachedInputTokens', 'usdPerMillionOutputTokens'] as const)(
    'is not known, and not 0, without %s',
    (missing) => {
      expect(callCostNanoUsd(usage, { ...prices, [missing]: null })).toBeNull();
    },
  );

  it('needs no price for tokens that were not used', () => {
    const uncached = { ...usage, cachedTokens: 0 };
    expect(callCostNanoUsd(uncached, { ...prices, usdPerMillionCachedInputTokens: null })).toBe(19_460_000);
  });

  it('is 0 where the price is known to be 0', () => {
    const free = {
      usdPerMillionInputTokens: '0',
      usdPerMillionCachedInputTokens: '0',
      usdPerMillionOutputTokens: '0.00',
    };
    expect(callCostNanoUsd(usage, free)).toBe(0);
  });

  it.each([
    { ...usage, cachedTokens: 6075 },
    { ...usage, promptTokens: -1 },
    { ...usage, completionTokens: 1.5 },
    { ...usage, completionTokens: Number.NaN },
  ])('is not known when the usage cannot be: %j', (impossible) => {
    expect(callCostNanoUsd(impossible, prices)).toBeNull();
  });

  it('rounds half a nano-USD up, once for the whole call', () => {
    const fine = {
      ...prices,
      usdPerMillionInputTokens: '0.0005',
      usdPerMillionOutputTokens: '0.0004',
    };
    expect(callCostNanoUsd({ promptTokens: 1, cachedTokens: 0, completionTokens: 0 }, fine)).toBe(1);
    expect(callCostNanoUsd({ promptTokens: 0, cachedTokens: 0, completionTokens: 1 }, fine)).toBe(0);
    expect(callCostNanoUsd({ promptTokens: 1, cachedTokens: 0, completionTokens: 1 }, fine)).toBe(1);
  });

  it('never loses to binary fractions', () => {
    // 0.1 + 0.2 in floats is not 0.3.
    const tenths = { ...prices, usdPerMillionInputTokens: '0.1', usdPerMillionOutputTokens: '0.2' };
    expect(callCostNanoUsd({ promptTokens: 1_000_000, cachedTokens: 0, completionTokens: 1_000_000 }, tenths)).toBe(
      300_000_000,
    );
  });

  it('scales with the price, digit by digit', () => {
    const tokens = fc.integer({ min: 0, max: 10_000_000 });
    const milliUsd = fc.integer({ min: 0, max: 500_000 });
    fc.assert(
      fc.property(tokens, tokens, milliUsd, milliUsd, (promptTokens, completionTokens, input, output) => {
        const text = (milli: number) => `${Math.floor(milli / 1000)}.${String(milli % 1000).padStart(3, '0')}`;
        const cost = callCostNanoUsd(
          { promptTokens, cachedTokens: 0, completionTokens },
          {
            usdPerMillionInputTokens: text(input),
            usdPerMillionCachedInputTokens: null,
            usdPerMillionOutputTokens: text(output),
          },
        );
        expect(cost).toBe(promptTokens * input + completionTokens * output);
      }),
    );
  });

  it.each(['', '-1', '1e-6', '2,5', '.5', '1.', 'NaN', '0.1234567890123'])('refuses the price «%s»', (price) => {
    expect(isPrice(price)).toBe(false);
    expect(() => callCostNanoUsd(usage, { ...prices, usdPerMillionInputTokens: price })).toThrow(RangeError);
  });

  it('refuses a cost that no integer holds exactly', () => {
    const dear = { ...prices, usdPerMillionInputTokens: '999999999999' };
    expect(() => callCostNanoUsd({ ...usage, promptTokens: 100_000_000 }, dear)).toThrow(RangeError);
  });
});

describe('the total of many calls', () => {
  it('counts unpriced calls instead of adding nothing', () => {
    expect(totalCost([5, null, 7, null])).toEqual({ totalNanoUsd: 12n, pricedCalls: 2, unpricedCalls: 2 });
  });

  it('stays exact above what a double can count', () => {
    const most = Number.MAX_SAFE_INTEGER;
    expect(totalCost([most, most, 1]).totalNanoUsd).toBe(2n * BigInt(most) + 1n);
  });
});

describe('nano-USD in writing', () => {
  it.each([
    [0, '0'],
    [1, '0.000000001'],
    [1_000_000_000, '1'],
    [-500_000_000, '-0.5'],
    [12_340_000_000n, '12.34'],
    [123_456_789_012_345_678_901n, '123456789012.345678901'],
  ])('writes %s as %s', (nanoUsd, text) => {
    expect(formatNanoUsd(nanoUsd)).toBe(text);
  });

  it('refuses a fraction of a nano-USD', () => {
    expect(() => formatNanoUsd(0.5)).toThrow(RangeError);
  });
});
