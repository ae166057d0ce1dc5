import { anExchange } from '../../test/builders/an-exchange.js';
import { FakeExchangeStore } from '../../test/fakes/exchange-store.fake.js';
import { type RoomsOverHttp, startRooms } from '../../test/harness/rooms-over-http.js';
import { ExchangeStore } from './exchange-store.js';
import { ExchangesController } from './exchanges.controller.js';

let rooms: RoomsOverHttp;
let store: FakeExchangeStore;
const path = '/v1/projects/prj_one/exchanges';

beforeEach(async () => {
  store = new FakeExchangeStore();
  rooms = await startRooms({
    controllers: [ExchangesController],
    providers: [{ provide: ExchangeStore, useValue: store }],
  });
});

afterEach(() => rooms.stop());

interface Page {
  readonly exchanges: { id: string; arm: string }[];
  readonly next: string | null;
}

describe('the exchanges over HTTP', () => {
  it('are listed newest first, page after page, without bodies', async () => {
    const batch = [anExchange(), anExchange(), anExchange()];
    await store.append(batch);
    const first = (await rooms.ask({ path: `${path}?limit=2`, role: 'viewer' })).body as Page;
    const second = (await rooms.ask({ path: `${path}?limit=2&after=${first.next}`, role: 'viewer' })).body as Page;
    const listed = [...first.exchanges, ...second.exchanges];
    expect(listed.map((one) => one.id)).toEqual(batch.map((one) => one.id).reverse());
    expect(second.next).toBeNull();
    expect(listed[0]).not.toHaveProperty('request');
    expect(listed[0]).not.toHaveProperty('projectId');
  });

  it('are listed for one arm', async () => {
    await store.append([anExchange(), anExchange({ arm: 'candidate', route: 'candidate' })]);
    const page = (await rooms.ask({ path: `${path}?arm=candidate`, role: 'lead' })).body as Page;
    expect(page.exchanges.map((one) => one.arm)).toEqual(['candidate']);
  });

  it.each(['limit=0', 'limit=501', 'limit=many', 'arm=both', "after=' or 1=1", 'colour=red'])(
    'refuse the query %s',
    async (query) => {
      expect((await rooms.ask({ path: `${path}?${encodeURI(query)}`, role: 'lead' })).status).toBe(400);
    },
  );

  it('are read with both bodies, and kept in no cache', async () => {
    const exchange = anExchange({ request: Buffer.from('{"q":"✓"}'), response: Buffer.from([0xff, 0xfe]) });
    await store.append([exchange]);
    const answer = await rooms.ask({ path: `${path}/${exchange.id}`, role: 'risk-owner' });
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect(answer.body).toMatchObject({
      id: exchange.id,
      at: '2025-11-24T16:00:00.000Z',
      request: { encoding: 'utf-8', text: '{"q":"✓"}', bytes: 11 },
      response: { encoding: 'base64', text: '//4=', bytes: 2 },
    });
  });

  it.each(['viewer', 'service'] as const)('do not show their bodies to a %s', async (role) => {
    const exchange = anExchange();
    await store.append([exchange]);
    expect((await rooms.ask({ path: `${path}/${exchange.id}`, role })).status).toBe(403);
  });

  it('are not found in another project', async () => {
    const exchange = anExchange({ projectId: 'prj_two' });
    await store.append([exchange]);
    expect((await rooms.ask({ path: `${path}/${exchange.id}`, role: 'lead' })).status).toBe(404);
  });
});
