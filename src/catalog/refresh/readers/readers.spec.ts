import { aCatalogRow, rowsOfOffer } from '../../../../test/builders/a-reading.js';
import { isRefusal } from '../../../kernel/refusal.js';
import { presentCatalog } from '../present-catalog.js';
import type { ReadOffers } from '../reading.js';
import { bundleReader, writeBundle } from './read-bundle.js';
import { litellmReader } from './read-litellm-file.js';
import { modelsDevReader } from './read-models-dev-catalogue.js';
import { readVendorListing } from './read-vendor-listing.js';
import type { CatalogReader } from './reader.js';

function readBy(reader: CatalogReader, text: string): ReadOffers {
  const read = reader.read(text);
  if (isRefusal(read)) {
    throw new Error(read.detail);
  }
  return read;
}

const offersOf = (reader: CatalogReader, text: string) => readBy(reader, text).offers;

describe('the reader of LiteLLM files', () => {
  const entry = (name: string, more: string) => `{"${name}": {"litellm_provider": "openai", "mode": "chat", ${more}}}`;

  it('makes prices for a million tokens of prices for one, for each tier and length of prompt', () => {
    const text = entry(
      'gpt-x',
      `"input_cost_per_token": 2.5e-06, "output_cost_per_token_batches": 5e-06, "cache_read_input_token_cost": 1.25e-06,
       "input_cost_per_token_above_200k_tokens_priority": 0.000005, "output_cost_per_second": 3,
       "max_input_tokens": 128000, "deprecation_date": "2026-10-23"`,
    );
    expect(offersOf(litellmReader, text)).toEqual([
      {
        host: 'openai',
        region: null,
        model: 'gpt-x',
        values: {
          listed: 'yes',
          'price/standard/input': '2.5',
          'price/batch/output': '5',
          'price/standard/cachedInput': '1.25',
          'price/priority/input/above-200000': '5',
          contextTokens: '128000',
          shutdownOn: '2026-10-23',
        },
      },
    ]);
  });

  it('takes the provider and the region out of the name', () => {
    const text = `{"gemini/flash": {"litellm_provider": "gemini"}, "azure/eu/gpt-x": {"litellm_provider": "azure"}}`;
    expect(offersOf(litellmReader, text).map(({ host, region, model }) => [host, region, model])).toEqual([
      ['google', null, 'flash'],
      ['azure', 'eu', 'gpt-x'],
    ]);
  });

  it('takes the 0 that stands for an output which an embedding does not have for no price', () => {
    const text = `{"embed": {"litellm_provider": "openai", "mode": "embedding", "output_cost_per_token": 0}}`;
    expect(offersOf(litellmReader, text)[0]?.values).toEqual({ listed: 'yes' });
  });

  it('names what it leaves out, and leaves the rest as it was', () => {
    const text = `{"a": {"litellm_provider": "openai", "input_cost_per_token": -1, "deprecation_date": "soon"},
      "openai/a": {"litellm_provider": "openai", "input_cost_per_token": 1e-06}, "sample_spec": {"litellm_provider": "x"}}`;
    const read = readBy(litellmReader, text);
    expect(read.offers).toHaveLength(1);
    expect(read.faults).toEqual(['a: input_cost_per_token is no price', 'a: deprecation_date is no day']);
  });

  it.each(['', '[]', '{"providers": {}}', '{"a": 1}'])('refuses %s', (text) => {
    expect(litellmReader.read(text)).toMatchObject({ code: 'bad-request' });
  });
});

describe('the reader of models.dev catalogues', () => {
  const openai = `{"openai": {"models": {"gpt-x": {"limit": {"context": 400000, "output": 128000},
    "cost": {"input": 1.25, "output": 10.0, "cache_read": 0.125, "tiers": [{"tier": {"size": 272000}, "input": 2.5}]}}}}}`;

  it.each([openai, `{"providers": ${openai}}`])('reads both forms', (text) => {
    expect(offersOf(modelsDevReader, text)[0]?.values).toEqual({
      listed: 'yes',
      contextTokens: '400000',
      outputTokensMax: '128000',
      'price/standard/input': '1.25',
      'price/standard/output': '10',
      'price/standard/cachedInput': '0.125',
      'price/standard/input/above-272000': '2.5',
    });
  });

  it('refuses what names no models', () => {
    expect(modelsDevReader.read('{"openai": {}}')).toMatchObject({ code: 'bad-request' });
  });
});

describe('bundles', () => {
  const rows = [
    ...rowsOfOffer({ host: 'acme', region: null, model: 'one', values: { listed: 'yes', shutdownOn: '2027-01-01' } }),
    aCatalogRow({ model: 'two', region: 'eu', field: 'price/standard/input', value: '2.5' }),
    aCatalogRow({ model: 'two', field: 'contextTokens', value: null }),
  ];

  it('make the same bytes of the same facts, in whatever order they came', () => {
    const [one, other] = [writeBundle(presentCatalog(rows)), writeBundle(presentCatalog([...rows].reverse()))];
    expect(one).toBe(other);
    expect(one).toMatch(/"sha256":"[0-9a-f]{64}"/);
  });

  it('bring facts with their sources and days to where they are read', () => {
    const { offers, faults } = readBy(bundleReader, writeBundle(presentCatalog(rows)));
    expect(faults).toEqual([]);
    expect(offers.find((one) => one.region === 'eu')).toMatchObject({
      model: 'two',
      values: { 'price/standard/input': '2.5' },
      origins: { 'price/standard/input': { source: 'litellm', validFrom: rows[0]?.validFrom } },
    });
  });

  it('are refused when one digit was changed on the way', () => {
    const changed = writeBundle(presentCatalog(rows)).replace('"2.5"', '"0.5"');
    expect(bundleReader.read(changed)).toMatchObject({ detail: expect.stringContaining('sha256') });
  });

  it.each(['', 'null', '{}', '{"format":"openward-catalog/2","offers":[]}'])('are not %s', (text) => {
    expect(bundleReader.read(text)).toMatchObject({ code: 'bad-request' });
  });
});

describe('the reader of what a vendor lists', () => {
  it('takes the days of shutdown, as the best source there is', () => {
    const models = [{ id: 'gpt-x', shutdownOn: '2026-12-11', contextTokens: null }];
    expect(readVendorListing(models, { vendor: 'openai', digest: 'sha256:1', observedAt: 7 })).toEqual({
      kind: 'vendor',
      source: 'vendor:openai',
      rank: 4,
      observedAt: 7,
      digest: 'sha256:1',
      offers: [{ host: 'openai', region: null, model: 'gpt-x', values: { listed: 'yes', shutdownOn: '2026-12-11' } }],
    });
  });
});
