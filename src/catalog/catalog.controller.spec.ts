import { type RoomsOverHttp, startRooms } from '../../test/harness/rooms-over-http.js';
import { CatalogController } from './catalog.controller.js';
import { loadCatalog } from './load-catalog.client.js';
import { ModelCatalog } from './model-catalog.js';

let rooms: RoomsOverHttp;

beforeAll(async () => {
  rooms = await startRooms({
    controllers: [CatalogController],
    providers: [{ provide: ModelCatalog, useValue: loadCatalog() }],
  });
});

afterAll(() => rooms.stop());

describe('the catalogue over HTTP', () => {
  it('lists every model with the source of its facts', async () => {
    const { body } = await rooms.ask({ path: '/v1/catalog/models', role: 'viewer' });
    const { models } = body as { models: { source: string }[] };
    expect(models.length).toBeGreaterThan(40);
    expect(models.every((one) => one.source !== '')).toBe(true);
  });

  it('finds a model whose id holds a slash', async () => {
    const path = `/v1/catalog/models/${encodeURIComponent('meta-llama/Llama-2-7b-chat-hf')}`;
    expect((await rooms.ask({ path, role: 'lead' })).body).toMatchObject({ developer: 'Meta', prices: null });
  });

  it('gives prices as decimal text', async () => {
    const { body } = await rooms.ask({ path: '/v1/catalog/models/gemini-2.5-pro', role: 'lead' });
    expect(body).toMatchObject({
      prices: { usdPerMillionInputTokens: '1.25' },
      longPromptPrices: { abovePromptTokens: 200_000, usdPerMillionInputTokens: '2.50' },
    });
  });

  it('does not know every model', async () => {
    expect((await rooms.ask({ path: '/v1/catalog/models/gpt-9', role: 'lead' })).status).toBe(404);
  });
});
