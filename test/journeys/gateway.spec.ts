// The gateway over real HTTP: what a client and a vendor see of each other, and what is kept.
import type { RoutePlan } from '../../src/rollout/route-plan.js';
import { RoutePlanStore } from '../../src/rollout/route-plan-store.js';
import { completion, says } from '../fakes/openai-upstream.fake.js';
import { candidateModel, GatewayUnderTest, incumbentModel, projectId } from './gateway-under-test.js';
import { type Heard, type RawCall, rawCall } from './raw-call.js';

let gateway: GatewayUnderTest;
let token: string;

beforeAll(async () => {
  gateway = await GatewayUnderTest.start();
  token = await gateway.token('service', [projectId]);
});

afterAll(() => gateway.stop());

beforeEach(async () => {
  await gateway.plan({});
  gateway.incumbent.asked.length = 0;
  gateway.candidate.asked.length = 0;
  gateway.incumbent.script = says('incumbent', incumbentModel);
  gateway.candidate.script = says('candidate', candidateModel);
});

const call = ({
  project = projectId,
  path = '/chat/completions',
  headers = {},
  ...rest
}: Partial<RawCall> & { project?: string }) =>
  rawCall({
    ...rest,
    url: `${gateway.origin}/p/${project}/v1${path}`,
    headers: { authorization: `Bearer ${token}`, ...headers },
  });
const question = (more: Record<string, unknown> = {}) =>
  JSON.stringify({ model: incumbentModel, messages: [{ role: 'user', content: 'Where is my card?' }], ...more });
const json = { 'content-type': 'application/json' };
const ask = (more: Record<string, unknown> = {}, headers: Record<string, string> = {}) =>
  call({ body: question(more), headers: { ...json, ...headers } });
const errorOf = (heard: Heard) => (JSON.parse(heard.body.toString()) as { error: Record<string, unknown> }).error;
const soFar = () => gateway.soFar();

describe('a plain call', () => {
  it('reaches the vendor as it was sent, and comes back as it was answered', async () => {
    const before = await soFar();
    const body =
      '{ "model":"gpt-4o", "seed":12345678901234567890,"messages":[{"role":"user","content":"z\\u00e9ro"}],"temperature":1.0 }';
    const heard = await call({
      body,
      headers: {
        'content-type': 'application/json; charset=utf-8',
        'openai-beta': 'x',
        'x-openward-tags': 'team=cards',
      },
    });
    const [asked] = gateway.incumbent.asked;
    expect(asked?.body.toString()).toBe(body);
    expect(asked?.url).toBe('/v1/chat/completions');
    expect(asked?.headers).toMatchObject({
      'content-type': 'application/json; charset=utf-8',
      'openai-beta': 'x',
      authorization: 'Bearer sk-vendor-secret',
    });
    expect(JSON.stringify(asked?.headers)).not.toContain('openward');
    expect(heard.body.toString()).toBe(completion('incumbent', incumbentModel));
    expect(heard.headers).toMatchObject({
      'x-request-id': 'req_vendor',
      'x-openward-arm': 'incumbent',
      'x-openward-route': 'incumbent',
      'x-openward-model': incumbentModel,
      'x-openward-request-id': expect.stringMatching(/^req/),
      'x-openward-overhead-ms': expect.stringMatching(/^\d+\.\d{3}$/),
    });
    const [kept] = await gateway.exchangesFrom(before);
    expect(kept).toMatchObject({
      outcome: 'ok',
      route: 'incumbent',
      promptTokens: 10,
      completionTokens: 3,
      costNanoUsd: 16_000,
      usageSource: 'provider',
      tags: { team: 'cards' },
      truncated: false,
    });
    expect(kept?.request?.toString()).toBe(body);
    expect(kept?.response?.toString()).toBe(heard.body.toString());
    expect(JSON.stringify(kept)).not.toContain(token);
  });

  it('gets the arm’s model, whatever it asked for', async () => {
    await ask({ model: 'whatever' });
    expect(JSON.parse(gateway.incumbent.asked[0]?.body.toString() ?? '')).toMatchObject({ model: incumbentModel });
  });

  it.each([400, 401, 404, 429, 500, 503])(
    'gets the vendor’s own error with status %d, back-off headers included',
    async (status) => {
      const before = await soFar();
      gateway.incumbent.script = (response) =>
        void response
          .writeHead(status, {
            'content-type': 'application/json',
            'retry-after': '7',
            'x-ratelimit-limit-requests': '1',
          })
          .end('{"error":{"message":"vendor"}}');
      const heard = await ask();
      expect(heard).toMatchObject({
        status,
        isWhole: true,
        headers: { 'retry-after': '7', 'x-ratelimit-limit-requests': '1' },
      });
      expect(heard.body.toString()).toBe('{"error":{"message":"vendor"}}');
      expect(gateway.incumbent.asked).toHaveLength(1);
      expect(await gateway.exchangesFrom(before)).toMatchObject([
        { outcome: 'upstream-error', status, usageSource: 'unknown', costNanoUsd: null },
      ]);
    },
  );

  it('keeps no body where the caller says so, and never the name of the unit', async () => {
    const before = await soFar();
    await ask({ user: 'jane@example.org' }, { 'x-openward-log': 'off' });
    const [kept] = await gateway.exchangesFrom(before);
    expect(kept).toMatchObject({
      request: null,
      response: null,
      promptTokens: 10,
      unitHash: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
    expect(JSON.stringify(kept)).not.toContain('jane');
  });

  it('is refused by name for a header that cannot be read', async () => {
    const heard = await ask({}, { 'x-openward-tags': 'no equals sign' });
    expect(heard.status).toBe(400);
    expect(errorOf(heard)).toMatchObject({
      type: 'invalid_request_error',
      param: 'x-openward-tags',
      code: 'header_malformed',
    });
    expect(gateway.incumbent.asked).toHaveLength(0);
  });

  it('is refused when its body is too long, announced or not', async () => {
    const long = question({ filler: 'x'.repeat(20_000_000) });
    expect(errorOf(await call({ body: long, headers: json }))).toMatchObject({ code: 'body_too_large' });
    expect((await call({ body: long, headers: { ...json, 'transfer-encoding': 'chunked' } })).status).toBe(413);
    expect((await ask({ filler: 'x'.repeat(199_000) })).status).toBe(200);
  });

  it('is refused in the dialect to strangers, to roles that may not, and for projects that cannot be seen', async () => {
    const viewer = await gateway.token('viewer');
    expect(errorOf(await ask({}, { authorization: 'Bearer nonsense' }))).toMatchObject({
      type: 'authentication_error',
    });
    expect((await ask({}, { authorization: `Bearer ${viewer}` })).status).toBe(403);
    expect((await call({ project: 'prj_other', body: question(), headers: json })).status).toBe(404);
    const all = await gateway.token('service');
    const unknown = await call({
      project: 'prj_other',
      body: question(),
      headers: { ...json, authorization: `Bearer ${all}` },
    });
    expect(errorOf(unknown)).toMatchObject({ code: 'project_not_found' });
    expect(gateway.incumbent.asked).toHaveLength(0);
  });

  it('is told in the dialect when the vendor is silent, gone or breaks off', async () => {
    const before = await soFar();
    gateway.incumbent.script = () => undefined;
    const silent = await ask();
    expect([silent.status, errorOf(silent).code]).toEqual([504, 'upstream_timeout']);
    gateway.incumbent.script = (response) => void response.destroy();
    expect((await ask()).status).toBe(502);
    gateway.incumbent.script = (response) => {
      response.writeHead(200, { 'content-type': 'application/json', 'content-length': '500' });
      response.write('{"choices":[');
      setImmediate(() => response.destroy());
    };
    const cut = await ask();
    expect([cut.status, errorOf(cut).code]).toEqual([502, 'upstream_incomplete']);
    expect((await gateway.exchangesFrom(before, 3)).map((one) => one.outcome)).toEqual([
      'timeout',
      'unreachable',
      'incomplete',
    ]);
  });
});

describe('what breaks on our side', () => {
  it('is told in the dialect, and does not take a call down without a word', async () => {
    const plans = gateway.app.get(RoutePlanStore, { strict: false });
    const finds = plans.find.bind(plans);
    plans.find = () => Promise.reject(new Error('SQLITE_BUSY: database is locked'));
    const stored = await ask();
    plans.find = () => Promise.resolve({ projectId } as RoutePlan);
    const broken = await ask();
    plans.find = finds;
    expect([stored.status, errorOf(stored).code]).toEqual([503, 'store_unavailable']);
    expect([broken.status, errorOf(broken).code]).toEqual([500, 'internal_error']);
    expect((await ask()).status).toBe(200);
  });
});

describe('other paths', () => {
  it('are passed to the incumbent as they are, query and bytes included', async () => {
    const before = await soFar();
    gateway.incumbent.script = (response) =>
      void response
        .writeHead(201, { 'content-type': 'application/octet-stream', etag: '"x"' })
        .end(Buffer.from([0, 255, 1]));
    const heard = await call({
      path: '/files?purpose=a%20b',
      body: '\u0000raw',
      headers: { 'content-type': 'multipart/form-data; boundary=b' },
    });
    expect(gateway.incumbent.asked[0]).toMatchObject({ url: '/v1/files?purpose=a%20b', method: 'POST' });
    expect(gateway.incumbent.asked[0]?.headers['content-type']).toBe('multipart/form-data; boundary=b');
    expect(gateway.incumbent.asked[0]?.body.toString()).toBe('\u0000raw');
    expect(heard).toMatchObject({ status: 201, body: Buffer.from([0, 255, 1]), headers: { etag: '"x"' } });
    expect(await gateway.exchangesFrom(before)).toMatchObject([
      { path: '/files', request: null, response: null, outcome: 'ok' },
    ]);
  });

  it('stay with the incumbent when the candidate answers the chat', async () => {
    await gateway.plan({ mode: 'candidate' });
    await call({ path: '/models', method: 'GET' });
    await call({ path: '/embeddings', body: '{"model":"e","input":"x"}', headers: json });
    expect(gateway.candidate.asked).toHaveLength(0);
    expect(gateway.incumbent.asked.map((asked) => [asked.method, asked.url])).toEqual([
      ['GET', '/v1/models'],
      ['POST', '/v1/embeddings'],
    ]);
  });

  it('cannot leave the vendor’s base URL', async () => {
    const heard = await call({ path: '/models/..%2f..%2fadmin', method: 'GET' });
    expect(errorOf(heard)).toMatchObject({ code: 'path_not_allowed' });
    expect(gateway.incumbent.asked).toHaveLength(0);
  });
});
