import { aVendor } from '../../test/builders/a-vendor.js';
import { FaultyVendor } from '../../test/harness/faulty-vendor.js';
import type { Upstreams } from './upstreams.js';

let vendor: FaultyVendor;
let upstreams: Upstreams;

beforeEach(async () => {
  vendor = await FaultyVendor.start();
  upstreams = vendor.wayOut();
});

afterEach(() => vendor.stop());

describe('resolving a target', () => {
  it('knows only vendors that were put', async () => {
    expect(await upstreams.resolve({ vendor: 'nobody', model: 'm' })).toMatchObject({ code: 'not-found' });
  });

  it('refuses a vendor whose address is no longer allowed', async () => {
    const there = vendor.wayOut({ allowed: [] });
    expect(await there.resolve({ vendor: 'acme', model: 'm' })).toMatchObject({ code: 'upstream-unreachable' });
  });

  it('refuses a vendor whose key is not there, naming the reference and nothing else', async () => {
    const there = vendor.wayOut({ vendors: [aVendor({ apiKeyRef: 'env:ABSENT_TEST_KEY' })] });
    const refused = await there.resolve({ vendor: 'acme', model: 'm' });
    expect(refused).toMatchObject({
      code: 'upstream-unreachable',
      detail: expect.stringContaining('env:ABSENT_TEST_KEY'),
    });
  });

  it('brings the key as a bearer token', async () => {
    process.env.PRESENT_TEST_KEY = 'sk-test';
    const there = vendor.wayOut({ vendors: [aVendor({ apiKeyRef: 'env:PRESENT_TEST_KEY' })] });
    expect(await there.resolve({ vendor: 'acme', model: 'm' })).toEqual({
      vendor: 'acme',
      model: 'm',
      baseUrl: 'https://api.acme.test/v1',
      headers: { authorization: 'Bearer sk-test' },
    });
    delete process.env.PRESENT_TEST_KEY;
  });

  it('reaches its own candidates by its own door, once it listens', async () => {
    const target = { vendor: 'openward', model: 'art_one' };
    expect(await upstreams.resolve(target)).toMatchObject({ code: 'upstream-unreachable' });
    vendor.own.set(vendor.port);
    expect(await upstreams.resolve(target)).toMatchObject({
      baseUrl: `http://127.0.0.1:${vendor.port}/candidates/art_one/v1`,
      headers: { authorization: `Bearer ${vendor.own.internalToken()}` },
    });
  });

  it('calls its own door although no list names it', async () => {
    const there = vendor.wayOut({ allowed: [], vendors: [] });
    vendor.own.set(vendor.port);
    vendor.chat = (response) => response.writeHead(200).end('{"choices":[{"message":{"content":"refund"}}]}');
    const answered = await there.ask({
      target: { vendor: 'openward', model: 'art_one' },
      messages: [],
      timeoutMs: 1000,
    });
    expect(answered).toMatchObject({ kind: 'answer', text: 'refund' });
    expect(vendor.seen[0]?.path).toBe('/candidates/art_one/v1/chat/completions');
  });
});
