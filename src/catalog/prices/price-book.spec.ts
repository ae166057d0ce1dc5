import { aPriceRow } from '../../../test/builders/a-catalog.js';
import { callCostNanoUsd } from '../../kernel/money.js';
import { type PriceQuestion, priceAt, promptStepsAt, tokenPricesAt } from './price-book.js';

const at = (day: string) => Date.parse(`${day}T12:00:00Z`);
const asked: PriceQuestion = {
  model: 'm',
  host: 'openai',
  tier: 'standard',
  component: 'input',
  promptTokens: 0,
  at: at('2026-06-01'),
  knownAt: at('2026-12-01'),
};

describe('a price', () => {
  const before = aPriceRow({ usdPerMillionTokens: '10', validFrom: '2026-01-01', validUntil: '2026-06-11' });
  const after = aPriceRow({ usdPerMillionTokens: '2', validFrom: '2026-06-11' });

  it('holds from its first day until the day before its last, in UTC', () => {
    const price = (moment: string) =>
      priceAt([before, after], { ...asked, at: Date.parse(moment) })?.usdPerMillionTokens ?? null;
    expect(price('2025-12-31T23:59:59Z')).toBeNull();
    expect(price('2026-01-01T00:00:00Z')).toBe('10');
    expect(price('2026-06-10T23:59:59Z')).toBe('10');
    expect(price('2026-06-11T00:00:00Z')).toBe('2');
  });

  it('that is corrected later stays what it was for whoever asks what was known then', () => {
    const wrong = aPriceRow({ usdPerMillionTokens: '5', validFrom: '2026-01-01', observedAt: at('2026-02-01') });
    const right = aPriceRow({ usdPerMillionTokens: '4', validFrom: '2026-01-01', observedAt: at('2026-07-01') });
    const known = (day: string) => priceAt([right, wrong], { ...asked, knownAt: at(day) })?.usdPerMillionTokens ?? null;
    expect(known('2026-01-15')).toBeNull();
    expect(known('2026-03-01')).toBe('5');
    expect(known('2026-08-01')).toBe('4');
  });

  it('of a contract rules over every list, also one that was read later', () => {
    const own = aPriceRow({ usdPerMillionTokens: '1.5', isOverride: true, observedAt: at('2026-01-01') });
    expect(priceAt([after, own], { ...asked, at: at('2026-07-01') })?.usdPerMillionTokens).toBe('1.5');
  });

  it('that is no longer told is unknown, and not the one before it', () => {
    const gone = aPriceRow({ usdPerMillionTokens: null, validFrom: '2026-07-01', observedAt: at('2026-07-01') });
    expect(priceAt([after, gone], { ...asked, at: at('2026-08-01') })).toBeNull();
    expect(priceAt([after, gone], { ...asked, at: at('2026-06-20') })?.usdPerMillionTokens).toBe('2');
  });

  it('is asked for one place: another host, region, tier or kind of token has its own', () => {
    for (const other of [
      { host: 'azure' },
      { region: 'eu' },
      { tier: 'batch' as const },
      { component: 'output' as const },
    ]) {
      expect(priceAt([after], { ...asked, at: at('2026-07-01'), ...other })).toBeNull();
    }
  });
});

describe('a price with a step', () => {
  const rows = (['input', 'output'] as const).flatMap((component) => [
    aPriceRow({ component, usdPerMillionTokens: component === 'input' ? '1.25' : '10' }),
    aPriceRow({ component, usdPerMillionTokens: component === 'input' ? '2.50' : '15', abovePromptTokens: 200_000 }),
  ]);

  it.each([
    [200_000, '1.25'],
    [200_001, '2.50'],
  ])('at a prompt of %d tokens is %s for all of them', (promptTokens, price) => {
    expect(tokenPricesAt(rows, { ...asked, promptTokens })?.usdPerMillionInputTokens).toBe(price);
  });

  it('is chosen by the one call: 250,000 and 1,000 tokens cost 0.64 USD and not the 0.385 of a marginal reading', () => {
    const prices = tokenPricesAt(rows, { ...asked, promptTokens: 250_000 });
    const usage = { promptTokens: 250_000, cachedTokens: 0, completionTokens: 1000 };
    expect(prices && callCostNanoUsd(usage, prices)).toBe(640_000_000);
  });

  it('names where it steps', () => {
    expect(promptStepsAt(rows, asked)).toEqual([200_000]);
  });
});
