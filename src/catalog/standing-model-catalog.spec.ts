import { aCatalog, aPriceRow, aToldEnd } from '../../test/builders/a-catalog.js';
import type { Override } from './overrides/override.js';
import type { CatalogRow } from './refresh/catalog-row.js';

const now = Date.parse('2026-11-25T12:00:00Z');
const until = '2027-06-30';
const day = (text: string) => Date.parse(`${text}T00:00:00Z`);

function row(parts: Partial<CatalogRow>): CatalogRow {
  return {
    host: 'openai',
    region: null,
    model: 'gpt-4o',
    field: 'price/standard/input',
    value: '2',
    validFrom: day('2026-11-01'),
    observedAt: day('2026-11-02'),
    source: 'litellm',
    rank: 1,
    refreshId: 'crf_1',
    appliedBy: 'ada',
    reason: null,
    ...parts,
  };
}

describe('the standing catalogue', () => {
  it('knows that gpt-4 has ended, and which source says otherwise', () => {
    const lifecycle = aCatalog().lifecycleOf('gpt-4-0613');
    expect(lifecycle).toMatchObject({ model: 'gpt-4', shutdownOn: '2026-10-23', behaviour: 'error' });
    expect(lifecycle?.conflicts.map(({ shutdownOn }) => shutdownOn)).toEqual(['2025-06-06']);
  });

  it('keeps what sources say of Gemini 1.5 Pro', () => {
    const lifecycle = aCatalog().lifecycleOf('gemini-1.5-pro');
    expect(lifecycle?.shutdownOn).toBe('2025-09-29');
    expect(lifecycle?.conflicts.map(({ shutdownOn }) => shutdownOn)).toEqual(['2026-06-17']);
    expect(lifecycle?.formerEnds.map(({ shutdownOn }) => shutdownOn)).toEqual(['2025-09-24']);
  });

  it('takes the short notices of OpenAI for what may be announced tomorrow', () => {
    const notices = aCatalog().noticesOf('openai');
    expect(notices?.p10Days).toBeGreaterThanOrEqual(60);
    expect(notices?.p10Days).toBeLessThanOrEqual(77);
    expect(notices).toMatchObject({ promisedDays: 180, noticeDays: expect.arrayContaining([3, 92, 184]) });
    expect(notices?.retiredModels).toBeGreaterThan(5);
    expect(notices?.medianLifeDays).toBeGreaterThan(300);
    expect(aCatalog().noticesOf('Acme')).toBeNull();
  });

  it('knows how fast models leave', () => {
    expect(aCatalog().attritionOf('Google')).toMatchObject({ perYear: 1, isLowerBound: false });
    expect(aCatalog().attritionOf('Meta')).toBeNull();
  });

  it('gives the price of a time and of what was known then', () => {
    const asked = { model: 'o3', host: 'openai', tier: 'standard', component: 'input', promptTokens: 0 } as const;
    const catalog = aCatalog();
    expect(catalog.priceAt({ ...asked, at: day('2025-06-01'), knownAt: now })?.usdPerMillionTokens).toBe('10');
    expect(catalog.priceAt({ ...asked, at: day('2025-07-01'), knownAt: now })?.usdPerMillionTokens).toBe('2');
    expect(catalog.priceAt({ ...asked, at: day('2025-07-01'), knownAt: day('2025-01-01') })).toBeNull();
  });

  it('prices tuned models as tuned, and knows their base', () => {
    const tuned = aCatalog().find('ft:gpt-4o-2024-08-06:acme::abc');
    expect(tuned).toMatchObject({ id: 'gpt-4o', prices: { usdPerMillionInputTokens: '3.75' } });
    expect(aCatalog().find('ft:gpt-4:acme::abc')?.prices).toBeNull();
  });

  it('has an index for the mix, and none where prices are not that old', () => {
    const line = { host: 'openai', calls: 1, promptTokens: 1000, cachedTokens: 0, completionTokens: 100 };
    const index = (model: string, monthsAgo: number) =>
      aCatalog().priceIndex({ mix: [{ ...line, model }], now, monthsAgo })?.index ?? null;
    expect(index('gpt-4o-2024-08-06', 24)).toBe(1);
    expect(index('gpt-4o', 30)).toBe(0.5384615384615384);
    expect(index('gpt-5', 24)).toBeNull();
  });
});

describe('rows that refreshes brought', () => {
  it('rule over what shipped from their day on, and not before', () => {
    const catalog = aCatalog({ rows: [row({ value: '2.25' })] });
    expect(catalog.find('gpt-4o')?.prices).toMatchObject({
      usdPerMillionInputTokens: '2.25',
      usdPerMillionOutputTokens: '10',
    });
    const asked = { model: 'gpt-4o', host: 'openai', tier: 'standard', component: 'input', promptTokens: 0 } as const;
    expect(catalog.priceAt({ ...asked, at: day('2026-10-01'), knownAt: now })?.usdPerMillionTokens).toBe('2.50');
  });

  it('of the id count before those of another name', () => {
    const rows = [
      row({ value: '2.25' }),
      row({ model: 'gpt-4o-2024-08-06', value: '9', observedAt: day('2026-11-20') }),
    ];
    expect(aCatalog({ rows }).find('gpt-4o')?.prices?.usdPerMillionInputTokens).toBe('2.25');
  });

  it('move ends and limits', () => {
    const rows = [
      row({ model: 'gpt-5.5', field: 'shutdownOn', value: '2027-05-01', rank: 4, source: 'vendor:openai' }),
      row({ model: 'gpt-5.5', field: 'contextTokens', value: '2000000' }),
    ];
    const catalog = aCatalog({ rows });
    expect(catalog.find('gpt-5.5')).toMatchObject({ shutdownOn: '2027-05-01', contextTokens: 2_000_000 });
    expect(catalog.lifecycleOf('gpt-5.5')?.ruling).toMatchObject({ by: 'provider-api', source: 'vendor:openai' });
  });

  it('of names that nobody knows price nothing', () => {
    const catalog = aCatalog({ rows: [row({ model: 'gpt-nine' })] });
    expect([catalog.find('gpt-nine'), catalog.pricesOf('gpt-nine')]).toEqual([null, []]);
  });
});

describe('what the operator says', () => {
  const price: Override = {
    place: 'contract.yaml: prices[0]',
    because: 'contract 17',
    until,
    change: { kind: 'price', rows: [aPriceRow({ model: 'gpt-4o', usdPerMillionTokens: '1.9', isOverride: true })] },
  };
  const end: Override = {
    place: 'contract.yaml: lifecycle[0]',
    because: 'agreed',
    until,
    change: {
      kind: 'end',
      model: 'gpt-4o',
      end: aToldEnd({ by: 'contract', source: 'own contract', shutdownOn: '2027-12-31' }),
    },
  };

  it('wins over the list and over refreshes, and the list stays a conflict', () => {
    const catalog = aCatalog({
      overrides: [price, end],
      rows: [row({ value: '2.25', observedAt: day('2026-11-24') })],
    });
    expect(catalog.find('gpt-4o')?.prices?.usdPerMillionInputTokens).toBe('1.9');
    expect(catalog.lifecycleOf('gpt-4o')).toMatchObject({ shutdownOn: '2027-12-31', ruling: { by: 'contract' } });
    expect(catalog.lifecycleOf('gpt-4o')?.conflicts).toHaveLength(1);
  });

  it('rules no more after its end, and is reported', () => {
    const catalog = aCatalog({ overrides: [price, end], now: day(until) });
    expect(catalog.find('gpt-4o')?.prices?.usdPerMillionInputTokens).toBe('2.50');
    expect(catalog.overrides('expired')).toEqual([price, end]);
    expect(catalog.overrides('standing')).toEqual([]);
  });
});
