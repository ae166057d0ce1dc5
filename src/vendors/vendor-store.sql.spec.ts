// The contract of the store of vendors, held by both engines and by the fake.
import { aVendor, aVendorModel } from '../../test/builders/a-vendor.js';
import { FakeClock } from '../../test/fakes/clock.fake.js';
import { FakeVendorStore } from '../../test/fakes/vendor-store.fake.js';
import { describeOnEachDatabase } from '../../test/harness/each-database.js';
import type { VendorStore } from './vendor-store.js';
import { SqlVendorStore } from './vendor-store.sql.js';

function keepsVendors(open: () => Promise<VendorStore>): void {
  it('gives back a vendor as it was put', async () => {
    const store = await open();
    const vendor = aVendor({
      apiKeyRef: 'env:ACME_API_KEY',
      models: [aVendorModel({ usdPerMillionInputTokens: '2.50' })],
    });
    await store.put(vendor, 'ada');
    expect(await store.find('acme')).toEqual(vendor);
  });

  it('replaces a vendor of the same name at once', async () => {
    const store = await open();
    await store.put(aVendor(), 'ada');
    await store.find('acme');
    await store.put(aVendor({ baseUrl: 'https://eu.acme.test/v1' }), 'ada');
    expect((await store.find('acme'))?.baseUrl).toBe('https://eu.acme.test/v1');
    expect(await store.list()).toHaveLength(1);
  });

  it('lists by name', async () => {
    const store = await open();
    await store.put(aVendor({ name: 'b-vendor' }), 'ada');
    await store.put(aVendor({ name: 'a-vendor' }), 'ada');
    await store.put(aVendor({ name: 'a2' }), 'ada');
    expect((await store.list()).map((one) => one.name)).toEqual(['a-vendor', 'a2', 'b-vendor']);
  });

  it('forgets a vendor, and says when there was none', async () => {
    const store = await open();
    await store.put(aVendor(), 'ada');
    await store.find('acme');
    expect(await store.remove('acme')).toBe(true);
    expect(await store.remove('acme')).toBe(false);
    expect(await store.find('acme')).toBeNull();
  });
}

describeOnEachDatabase('the store of vendors', (stores) => {
  keepsVendors(async () => new SqlVendorStore(await stores.open(), new FakeClock()));

  it('sees what another process has put after a second, and not before it must', async () => {
    const database = await stores.open();
    const clock = new FakeClock();
    const [here, there] = [new SqlVendorStore(database, clock), new SqlVendorStore(database, clock)];
    expect(await here.find('acme')).toBeNull();
    await there.put(aVendor(), 'ada');
    expect(await here.find('acme')).toBeNull();
    clock.advance(1000);
    expect(await here.find('acme')).toEqual(aVendor());
  });
});

describe('the fake store of vendors', () => {
  keepsVendors(() => Promise.resolve(new FakeVendorStore()));
});
