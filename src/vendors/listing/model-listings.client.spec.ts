import { aVendor } from '../../../test/builders/a-vendor.js';
import { FakeUpstream } from '../../../test/fakes/openai-upstream.fake.js';
import { FaultyVendor } from '../../../test/harness/faulty-vendor.js';
import { UpstreamModelListings } from './model-listings.client.js';

let vendor: FaultyVendor;
let upstream: FakeUpstream;
let listings: UpstreamModelListings;

beforeAll(async () => {
  [vendor, upstream] = [await FaultyVendor.start(), await FakeUpstream.start()];
  const { host } = new URL(upstream.baseUrl);
  const wayOut = vendor.wayOut({ allowed: [host], vendors: [aVendor({ baseUrl: upstream.baseUrl })] });
  listings = new UpstreamModelListings(wayOut);
});

afterAll(async () => {
  await vendor.stop();
  await upstream.stop();
});

describe('asking a vendor for its models', () => {
  it('reads what it lists, and digests the bytes', async () => {
    upstream.script = (response) =>
      void response.writeHead(200).end('{"data":[{"id":"m","shutdown_date":"2026-12-11"}]}');
    expect(await listings.of('acme')).toEqual({
      models: [{ id: 'm', shutdownOn: '2026-12-11', contextTokens: null }],
      digest: expect.stringMatching(/^sha256:[0-9a-f]{64}$/),
    });
    expect(upstream.asked.at(-1)).toMatchObject({ method: 'GET', url: '/v1/models' });
  });

  it.each([
    [404, '{"error":{}}', 'status 404'],
    [200, '{"data":[]}', 'no list of models'],
    [200, 'fine', 'no list of models'],
  ])('takes %i with %s for no list', async (status, body, words) => {
    upstream.script = (response) => void response.writeHead(status).end(body);
    expect(await listings.of('acme')).toMatchObject({
      code: 'upstream-unreachable',
      detail: expect.stringContaining(words),
    });
  });

  it('knows only vendors that were put', async () => {
    expect(await listings.of('nobody')).toMatchObject({ code: 'not-found' });
  });
});
