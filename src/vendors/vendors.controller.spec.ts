import { FakeVendorStore } from '../../test/fakes/vendor-store.fake.js';
import { type RoomsOverHttp, startRooms } from '../../test/harness/rooms-over-http.js';
import { ConfiguredOutboundRules } from './outbound-rules.client.js';
import { VendorsController } from './vendors.controller.js';
import { VendorsService } from './vendors.service.js';

let rooms: RoomsOverHttp;
const path = '/v1/vendors/acme';
const body = {
  baseUrl: 'https://api.acme.test/v1/',
  apiKeyRef: 'env:ACME_API_KEY',
  models: [{ name: 'acme-large', usdPerMillionInputTokens: '2.50' }],
};
const kept = {
  name: 'acme',
  baseUrl: 'https://api.acme.test/v1',
  dialect: 'openai',
  apiKeyRef: 'env:ACME_API_KEY',
  models: [
    {
      name: 'acme-large',
      usdPerMillionInputTokens: '2.50',
      usdPerMillionCachedInputTokens: null,
      usdPerMillionOutputTokens: null,
    },
  ],
};

beforeEach(async () => {
  const rules = new ConfiguredOutboundRules({ outbound: { allowedPrivateTargets: [] } });
  const service = new VendorsService(new FakeVendorStore(), rules);
  rooms = await startRooms({
    controllers: [VendorsController],
    providers: [{ provide: VendorsService, useValue: service }],
  });
});

afterEach(() => rooms.stop());

describe('the vendors over HTTP', () => {
  it('are put by an administrator and read by everybody', async () => {
    expect(await rooms.ask({ method: 'PUT', path, role: 'admin', body })).toMatchObject({ status: 200, body: kept });
    expect(await rooms.ask({ path, role: 'viewer' })).toMatchObject({ status: 200, body: kept });
    expect((await rooms.ask({ path: '/v1/vendors', role: 'viewer' })).body).toEqual({ vendors: [kept] });
  });

  it.each(['viewer', 'lead', 'approver', 'risk-owner', 'service'] as const)('are not written by a %s', async (role) => {
    expect((await rooms.ask({ method: 'PUT', path, role, body })).status).toBe(403);
    expect((await rooms.ask({ method: 'DELETE', path, role })).status).toBe(403);
  });

  it.each([
    [{ ...body, baseUrl: 'https://169.254.169.254/v1' }, '/baseUrl'],
    [{ ...body, baseUrl: 7 }, '/baseUrl'],
    [{ ...body, apiKey: 'sk-oops' }, '/apiKey'],
    [{ ...body, models: [{ name: '' }] }, '/models/0/name'],
    [{ ...body, models: [{ name: 'm', usdPerMillionInputTokens: 2.5 }] }, '/models/0/usdPerMillionInputTokens'],
  ])('refuse %j at %s', async (faulty, pointer) => {
    const answer = await rooms.ask({ method: 'PUT', path, role: 'admin', body: faulty });
    expect(answer.status).toBe(400);
    expect((answer.body as { errors: unknown[] }).errors).toContainEqual(expect.objectContaining({ pointer }));
  });

  it('are gone once they are deleted', async () => {
    await rooms.ask({ method: 'PUT', path, role: 'admin', body });
    expect((await rooms.ask({ method: 'DELETE', path, role: 'admin' })).status).toBe(204);
    expect((await rooms.ask({ method: 'DELETE', path, role: 'admin' })).status).toBe(404);
    expect((await rooms.ask({ path, role: 'lead' })).status).toBe(404);
  });
});
