import { aVendor, aVendorModel } from '../../test/builders/a-vendor.js';
import { FakeVendorStore } from '../../test/fakes/vendor-store.fake.js';
import { ConfiguredOutboundRules } from './outbound-rules.client.js';
import { VendorsService } from './vendors.service.js';

let store: FakeVendorStore;
let vendors: VendorsService;

beforeEach(() => {
  store = new FakeVendorStore();
  vendors = new VendorsService(store, new ConfiguredOutboundRules({ outbound: { allowedPrivateTargets: [] } }));
});

describe('putting a vendor', () => {
  it('keeps its address in the one normal form', async () => {
    const put = await vendors.put(aVendor({ baseUrl: 'https://API.acme.test:443/v1/' }), 'ada');
    expect(put).toMatchObject({ baseUrl: 'https://api.acme.test/v1' });
    expect(await store.find('acme')).toEqual(put);
  });

  it('names every faulty field at once, and keeps nothing', async () => {
    const model = aVendorModel({ usdPerMillionInputTokens: '2,50', usdPerMillionOutputTokens: '-1' });
    const refused = await vendors.put(
      aVendor({ name: 'Acme', baseUrl: 'https://10.0.0.1', apiKeyRef: 'env:DATABASE_URL', models: [model, model] }),
      'ada',
    );
    expect(refused).toMatchObject({ refused: true, code: 'bad-request' });
    const pointers = 'fields' in refused ? refused.fields?.map((one) => one.pointer) : [];
    expect(pointers).toEqual([
      '/baseUrl',
      'name',
      '/apiKeyRef',
      '/models/0/usdPerMillionInputTokens',
      '/models/0/usdPerMillionOutputTokens',
      '/models/1/name',
      '/models/1/usdPerMillionInputTokens',
      '/models/1/usdPerMillionOutputTokens',
    ]);
    expect(await store.list()).toEqual([]);
  });

  it('does not let anybody take the name of the service itself', async () => {
    expect(await vendors.put(aVendor({ name: 'openward' }), 'ada')).toMatchObject({ code: 'conflict' });
  });
});

describe('a vendor that is not there', () => {
  it('is neither found nor removed', async () => {
    expect(await vendors.find('acme')).toMatchObject({ code: 'not-found' });
    expect(await vendors.remove('acme')).toMatchObject({ code: 'not-found' });
  });
});
