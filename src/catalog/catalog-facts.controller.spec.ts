import { aCatalog, aPriceRow } from '../../test/builders/a-catalog.js';
import { type RoomsOverHttp, startRooms } from '../../test/harness/rooms-over-http.js';
import { CatalogController } from './catalog.controller.js';
import { CatalogFactsController } from './catalog-facts.controller.js';
import { ModelCatalog } from './model-catalog.js';
import type { Override } from './overrides/override.js';
import { StandingModelCatalog } from './standing-model-catalog.js';

const price = aPriceRow({ model: 'gpt-4o', isOverride: true });
const override: Override = {
  place: 'contract.yaml: prices[0]',
  because: 'contract 17',
  until: '2026-11-01',
  change: { kind: 'price', rows: [price] },
};

let rooms: RoomsOverHttp;

beforeAll(async () => {
  const catalog = aCatalog({ overrides: [override] });
  rooms = await startRooms({
    controllers: [CatalogController, CatalogFactsController],
    providers: [
      { provide: ModelCatalog, useValue: catalog },
      { provide: StandingModelCatalog, useValue: catalog },
    ],
  });
});

afterAll(() => rooms.stop());

const ask = async (path: string) => (await rooms.ask({ path: `/v1/catalog/${path}`, role: 'viewer' })).body;
const llama2 = encodeURIComponent('meta-llama/Llama-2-70b-chat-hf');

describe('the facts of the catalogue over HTTP', () => {
  it('show when a model ends, who says so and who says otherwise', async () => {
    expect(await ask('models/gpt-4')).toMatchObject({
      shutdownOn: '2026-10-23',
      lifecycle: {
        shutdownAt: '2026-10-23T07:00:00.000Z',
        ruling: { source: 'modeldeprecations.dev' },
        conflicts: [{ source: 'LiteLLM price file', shutdownOn: '2025-06-06' }],
      },
    });
  });

  it('show what a model cost over time, at every host', async () => {
    const { priceRows } = (await ask('models/gpt-4o')) as { priceRows: { validUntil: string | null }[] };
    expect(priceRows.filter(({ validUntil }) => validUntil === '2024-10-02')).toHaveLength(2);
    const hosted = (await ask(`models/${llama2}`)) as { priceRows: { host: string }[]; prices: unknown };
    expect(hosted).toMatchObject({ prices: null, licenceFamily: 'llama-2', cacheBytesPerToken: 327_680 });
    expect(new Set(hosted.priceRows.map(({ host }) => host))).toEqual(
      new Set(['replicate', 'fireworks-ai', 'anyscale']),
    );
  });

  it('list ends and notices', async () => {
    const { lifecycles, developers } = (await ask('lifecycle')) as { lifecycles: unknown[]; developers: unknown[] };
    expect(lifecycles.length).toBeGreaterThan(20);
    expect(developers).toContainEqual(expect.objectContaining({ developer: 'OpenAI', promisedDays: 180 }));
  });

  it('list licences with what they hang on, and terms', async () => {
    const { licences } = (await ask('licences')) as { licences: unknown[] };
    expect(licences).toContainEqual(
      expect.objectContaining({
        family: 'llama-3.2',
        limits: expect.objectContaining({ isEuMultimodalExcluded: true }),
      }),
    );
    const { terms } = (await ask('vendor-terms')) as { terms: { effectiveFrom: string }[] };
    expect(terms.every(({ effectiveFrom }) => /^\d{4}-\d{2}-\d{2}$/.test(effectiveFrom))).toBe(true);
  });

  it('judge a licence for a use', async () => {
    const gates = `models/${llama2}/licence-gates`;
    expect(await ask(`${gates}?monthlyUsers=800000000`)).toMatchObject({ family: 'llama-2', state: 'breached' });
    expect(await ask(`${gates}?monthlyUsers=8000&commercial=yes&trainsOthers=no`)).toMatchObject({ state: 'managed' });
    expect(await ask(gates)).toMatchObject({ state: 'unclear' });
    expect((await rooms.ask({ path: `/v1/catalog/${gates}?commercial=perhaps`, role: 'viewer' })).status).toBe(400);
  });

  it('list prices of processors and what models cost on them', async () => {
    const { gpuPrices, loadCurves } = (await ask('gpu-prices')) as {
      gpuPrices: unknown[];
      loadCurves: { model: string; points: unknown[] }[];
    };
    expect(gpuPrices).toHaveLength(15);
    expect(loadCurves.find(({ model }) => model === 'meta-llama/Llama-3.1-8B-Instruct')?.points[2]).toMatchObject({
      requestsPerSecond: 10,
      usdPerMillionOutputTokens: expect.closeTo(0.7867, 3),
    });
  });

  it('report what the operator said and what has run out', async () => {
    expect(await ask('overrides')).toEqual({
      standing: [],
      expired: [
        {
          kind: 'price',
          model: 'gpt-4o',
          because: 'contract 17',
          until: '2026-11-01',
          place: 'contract.yaml: prices[0]',
        },
      ],
    });
  });
});
