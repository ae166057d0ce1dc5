// A real server on the loopback that misbehaves as the path asks it to, and the real client in front of it.
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { aVendor } from '../../test/builders/a-vendor.js';
import { FakeClock } from '../../test/fakes/clock.fake.js';
import { FakeVendorStore } from '../../test/fakes/vendor-store.fake.js';
import { isRefusal } from '../kernel/refusal.js';
import { ApiKeys } from './api-keys.client.js';
import { ProcessOwnAddress } from './openward/own-address.client.js';
import { ConfiguredOutboundRules } from './outbound-rules.client.js';
import { UpstreamPools } from './upstream-pools.client.js';
import { HttpUpstreams } from './upstreams.client.js';
import type { ResolvedUpstream, UpstreamFlow, UpstreamHead, UpstreamOutcome, UpstreamRequest } from './upstreams.js';

interface Seen {
  readonly path: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}

type Behaviour = (response: ServerResponse, seen: Seen, nth: number) => void;

const chunk = Buffer.alloc(64 * 1024, 'x');

const behaviours: Readonly<Record<string, Behaviour>> = {
  '/ok': (response) => response.writeHead(200, { 'x-request-id': 'r1', 'set-cookie': ['a=1', 'b=2'] }).end('fine'),
  '/empty': (response) => response.writeHead(204).end(),
  '/hang': () => undefined,
  '/head-then-hang': (response) => response.writeHead(200).flushHeaders(),
  '/hang-midway': (response) => response.writeHead(200).write('begin'),
  '/cut-midway': (response) => {
    response.writeHead(200, { 'content-length': '100' }).write('begin', () => response.destroy());
  },
  '/reset': (response) => response.socket?.resetAndDestroy(),
  '/nonsense': (response) => response.socket?.end('this is no HTTP\r\n\r\n'),
  '/later': (response) => response.writeHead(429, { 'retry-after': '7', 'retry-after-ms': '7000' }).end('{"error":{}}'),
  '/away': (response, seen) => response.writeHead(302, { location: `http://${seen.headers.host}/ok` }).end(),
  '/drip': (response) => {
    response.writeHead(200);
    const timer = setInterval(() => response.write('.'), 40);
    response.on('close', () => clearInterval(timer));
  },
  '/flood': (response) => {
    response.writeHead(200);
    const pour = (): void => {
      while (!response.destroyed && response.write(chunk)) {
        poured += chunk.length;
      }
      poured += chunk.length;
      response.once('drain', pour);
    };
    pour();
  },
};

let server: Server;
let port: number;
let seen: Seen[];
let closed: number;
let poured: number;
let chat: Behaviour;
let pools: UpstreamPools;
let upstreams: HttpUpstreams;
let own: ProcessOwnAddress;

const timeouts = { connectTimeoutMs: 300, firstByteTimeoutMs: 300, idleTimeoutMs: 200, totalTimeoutMs: 1500 };

async function readBody(request: IncomingMessage): Promise<string> {
  const pieces: Buffer[] = [];
  for await (const piece of request) {
    pieces.push(piece as Buffer);
  }
  return Buffer.concat(pieces).toString();
}

async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  response.on('error', () => undefined);
  response.on('close', () => {
    closed += 1;
  });
  const path = request.url ?? '';
  const one = { path, headers: request.headers, body: await readBody(request) };
  seen.push(one);
  const behave = path.endsWith('/chat/completions') ? chat : behaviours[path.replace('/v1', '').replace(/\?.*/, '')];
  behave?.(response, one, seen.length);
}

function upstreamsOn(allowed: string[], store: FakeVendorStore): HttpUpstreams {
  const configuration = {
    outbound: { allowedPrivateTargets: allowed },
    dataDirectory: '/nowhere/openward',
    gateway: {
      ...timeouts,
      captureQueueMax: 1,
      captureBodyBytesMax: 1024,
      shadowTimeoutMs: 100,
      shadowConcurrencyMax: 1,
    },
  };
  const rules = new ConfiguredOutboundRules(configuration);
  pools = new UpstreamPools(rules, configuration);
  own = new ProcessOwnAddress();
  return new HttpUpstreams(store, rules, own, new ApiKeys(new FakeClock(), configuration), pools, configuration);
}

beforeEach(async () => {
  seen = [];
  closed = 0;
  poured = 0;
  chat = (response) => response.writeHead(500).end();
  server = createServer((request, response) => void answer(request, response));
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  ({ port } = server.address() as AddressInfo);
  const store = new FakeVendorStore([aVendor({ baseUrl: `http://127.0.0.1:${port}/v1` })]);
  upstreams = upstreamsOn([`127.0.0.1:${port}`], store);
});

afterEach(async () => {
  await pools.onApplicationShutdown();
  server.closeAllConnections();
  await new Promise((done) => server.close(done));
});

interface Heard {
  readonly outcome: UpstreamOutcome;
  readonly head: UpstreamHead | null;
  readonly body: string;
}

async function acme(): Promise<ResolvedUpstream> {
  const resolved = await upstreams.resolve({ vendor: 'acme', model: 'acme-large' });
  if (isRefusal(resolved)) {
    throw new Error(resolved.detail);
  }
  return resolved;
}

interface CallParts extends Partial<UpstreamRequest> {
  readonly path: string;
  readonly onHead?: (flow: UpstreamFlow) => void;
}

async function call({ onHead, ...parts }: CallParts): Promise<Heard> {
  let head: UpstreamHead | null = null;
  const pieces: Buffer[] = [];
  const signal = new AbortController().signal;
  const usual = { upstream: await acme(), method: 'POST', headers: {}, body: Buffer.from('{}'), signal };
  const outcome = await upstreams.dispatch(
    { ...usual, ...parts },
    {
      onHead: (heard, flow) => {
        head = heard;
        onHead?.(flow);
      },
      onData: (piece) => void pieces.push(piece),
    },
  );
  return { outcome, head, body: Buffer.concat(pieces).toString() };
}

/** Waits for what must happen soon; the test's own time is the only limit. */
async function until(happened: () => boolean): Promise<void> {
  while (!happened()) {
    await wait(5);
  }
}

describe('a call to an upstream', () => {
  it('hands on path, headers and body as they are, and the answer too', async () => {
    const headers = { 'content-type': 'application/json', 'x-trace': ['1', '2'] };
    const fine = await call({ path: '/ok?page=2', headers, body: Buffer.from('{"a":"✓"}') });
    expect(fine.outcome).toMatchObject({ kind: 'complete', status: 200, bytes: 4 });
    expect(fine.head?.headers).toMatchObject({ 'x-request-id': 'r1', 'set-cookie': ['a=1', 'b=2'] });
    expect(fine.body).toBe('fine');
    expect(seen.at(-1)).toMatchObject({ path: '/v1/ok?page=2', body: '{"a":"✓"}', headers: { 'x-trace': '1, 2' } });
  });

  it('takes an answer without a body', async () => {
    const { outcome } = await call({ path: '/empty', method: 'GET', body: null });
    expect(outcome).toMatchObject({ kind: 'complete', status: 204, firstByteMs: null, bytes: 0 });
  });

  it('hands on a refusal to serve with its headers: it is an answer', async () => {
    const { outcome, head } = await call({ path: '/later' });
    expect(outcome).toMatchObject({ kind: 'complete', status: 429 });
    expect(head?.headers).toMatchObject({ 'retry-after': '7', 'retry-after-ms': '7000' });
  });

  it('follows no redirect', async () => {
    const { outcome } = await call({ path: '/away' });
    expect(outcome).toMatchObject({ kind: 'complete', status: 302 });
    expect(seen).toHaveLength(1);
  });

  it('is unreachable where nobody listens', async () => {
    const upstream = { ...(await acme()), baseUrl: 'http://127.0.0.1:1/v1' };
    const there = upstreamsOn(['127.0.0.1:1'], new FakeVendorStore());
    const request = {
      upstream,
      method: 'POST',
      path: '/ok',
      headers: {},
      body: null,
      signal: new AbortController().signal,
    };
    const outcome = await there.dispatch(request, { onHead: () => undefined, onData: () => undefined });
    expect(outcome).toMatchObject({ kind: 'failed', reason: 'unreachable', phase: 'connect', detail: 'ECONNREFUSED' });
  });

  it('is unreachable where TLS is asked for and not spoken', async () => {
    const upstream = { ...(await acme()), baseUrl: `https://127.0.0.1:${port}/v1` };
    const { outcome } = await call({ upstream, path: '/ok' });
    expect(outcome).toMatchObject({ kind: 'failed', reason: 'unreachable', phase: 'connect' });
    expect(seen).toHaveLength(0);
  });

  it('is unreachable, untried, where the rules forbid it', async () => {
    const upstream = { ...(await acme()), baseUrl: `https://127.0.0.1:${port}/v1` };
    const there = upstreamsOn([], new FakeVendorStore());
    const request = {
      upstream,
      method: 'POST',
      path: '/ok',
      headers: {},
      body: null,
      signal: new AbortController().signal,
    };
    const outcome = await there.dispatch(request, { onHead: () => undefined, onData: () => undefined });
    expect(outcome).toMatchObject({ reason: 'unreachable', phase: 'connect', detail: 'address not allowed' });
    expect(seen).toHaveLength(0);
  });

  it.each([
    ['/hang', 'first-byte', null],
    ['/head-then-hang', 'first-byte', 200],
    ['/hang-midway', 'body', 200],
    ['/drip', 'body', 200],
  ] as const)('times out on %s in its phase, and hangs up', async (path, phase, status) => {
    const { outcome } = await call({ path });
    expect(outcome).toMatchObject({ kind: 'failed', reason: 'timeout', phase, status });
    await until(() => closed === 1);
  });

  it('tells which timeout it was', async () => {
    const details = [];
    for (const path of ['/hang', '/hang-midway', '/drip']) {
      const { outcome } = await call({ path });
      details.push(outcome.kind === 'failed' ? outcome.detail : outcome.kind);
    }
    expect(details).toEqual(['first byte', 'idle', 'total']);
  });

  it.each([
    ['/reset', 'first-byte', null],
    ['/nonsense', 'first-byte', null],
    ['/cut-midway', 'body', 200],
  ] as const)('is broken by %s', async (path, phase, status) => {
    const { outcome } = await call({ path });
    expect(outcome).toMatchObject({ kind: 'failed', reason: 'broken', phase, status });
  });

  it('breaks off an answer above its cap', async () => {
    const { outcome } = await call({ path: '/flood', responseBytesMax: 1_000_000 });
    expect(outcome).toMatchObject({ kind: 'failed', reason: 'too-large', phase: 'body' });
    await until(() => closed === 1);
  });

  it('slows the vendor down while the receiver pauses, and no idle time runs', async () => {
    const abort = new AbortController();
    const amounts: number[] = [];
    const pause = async (flow: UpstreamFlow): Promise<void> => {
      flow.pause();
      await wait(timeouts.idleTimeoutMs * 2);
      amounts.push(poured);
      await wait(100);
      amounts.push(poured);
      abort.abort();
    };
    const { outcome } = await call({ path: '/flood', signal: abort.signal, onHead: (flow) => void pause(flow) });
    expect(outcome).toMatchObject({ reason: 'aborted' });
    expect(amounts[1]).toBe(amounts[0]);
    expect(outcome.bytes).toBeLessThan(1_000_000);
  });

  it('goes on after a pause', async () => {
    const hold = async (flow: UpstreamFlow): Promise<void> => {
      flow.pause();
      await wait(50);
      flow.resume();
    };
    const heard = await call({ path: '/ok', onHead: (flow) => void hold(flow) });
    expect(heard.body).toBe('fine');
  });

  it('ends at once when the caller gives up, and the vendor sees it', async () => {
    const abort = new AbortController();
    const calling = call({ path: '/drip', signal: abort.signal });
    await wait(100);
    abort.abort();
    expect((await calling).outcome).toMatchObject({ kind: 'failed', reason: 'aborted', phase: 'body' });
    await until(() => closed === 1);
  });

  it('is not even tried when the caller has given up before', async () => {
    const { outcome } = await call({ path: '/ok', signal: AbortSignal.abort() });
    expect(outcome).toMatchObject({ reason: 'aborted', phase: 'connect' });
    expect(seen).toHaveLength(0);
  });

  it('fails, and does not throw, on what cannot be sent', async () => {
    const { outcome } = await call({ path: '/with space' });
    expect(outcome).toMatchObject({ kind: 'failed', reason: 'unreachable', phase: 'connect' });
  });
});

describe('resolving a target', () => {
  it('knows only vendors that were put', async () => {
    expect(await upstreams.resolve({ vendor: 'nobody', model: 'm' })).toMatchObject({ code: 'not-found' });
  });

  it('refuses a vendor whose address is no longer allowed', async () => {
    const there = upstreamsOn([], new FakeVendorStore([aVendor({ baseUrl: `http://127.0.0.1:${port}/v1` })]));
    expect(await there.resolve({ vendor: 'acme', model: 'm' })).toMatchObject({ code: 'upstream-unreachable' });
  });

  it('refuses a vendor whose key is not there, naming the reference and nothing else', async () => {
    const there = upstreamsOn([], new FakeVendorStore([aVendor({ apiKeyRef: 'env:ABSENT_TEST_KEY' })]));
    const refused = await there.resolve({ vendor: 'acme', model: 'm' });
    expect(refused).toMatchObject({
      code: 'upstream-unreachable',
      detail: expect.stringContaining('env:ABSENT_TEST_KEY'),
    });
  });

  it('brings the key as a bearer token', async () => {
    process.env.PRESENT_TEST_KEY = 'sk-test';
    const there = upstreamsOn([], new FakeVendorStore([aVendor({ apiKeyRef: 'env:PRESENT_TEST_KEY' })]));
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
    own.set(port);
    expect(await upstreams.resolve(target)).toMatchObject({
      baseUrl: `http://127.0.0.1:${port}/candidates/art_one/v1`,
      headers: { authorization: `Bearer ${own.internalToken()}` },
    });
  });

  it('calls its own door although no list names it', async () => {
    const there = upstreamsOn([], new FakeVendorStore());
    own.set(port);
    chat = (response) => response.writeHead(200).end('{"choices":[{"message":{"content":"refund"}}]}');
    const answered = await there.ask({
      target: { vendor: 'openward', model: 'art_one' },
      messages: [],
      timeoutMs: 1000,
    });
    expect(answered).toMatchObject({ kind: 'answer', text: 'refund' });
    expect(seen[0]?.path).toBe('/candidates/art_one/v1/chat/completions');
  });
});

describe('asking one question', () => {
  const question = {
    target: { vendor: 'acme', model: 'acme-large' },
    messages: [{ role: 'user' as const, content: 'Where is my parcel?' }],
    timeoutMs: 900,
    maxTokens: 8,
  };
  const completion = {
    model: 'acme-large-2026-01-01',
    choices: [{ message: { content: 'delivery' } }],
    usage: { prompt_tokens: 12, completion_tokens: 1, prompt_tokens_details: { cached_tokens: 4 } },
  };
  const complete: Behaviour = (response) => response.writeHead(200).end(JSON.stringify(completion));

  it('answers with the text, the usage and the model that was served', async () => {
    chat = complete;
    expect(await upstreams.ask(question)).toMatchObject({
      kind: 'answer',
      text: 'delivery',
      promptTokens: 12,
      cachedTokens: 4,
      completionTokens: 1,
      modelServed: 'acme-large-2026-01-01',
    });
    expect(JSON.parse(seen[0]?.body ?? '')).toMatchObject({ model: 'acme-large', temperature: 0, max_tokens: 8 });
  });

  it.each([
    ['no JSON', 'surely a refund'],
    ['JSON of another shape', '{"choices":[{"message":{"content":null}}]}'],
    ['an empty list', '{"choices":[]}'],
  ])('takes %s for no answer', async (_, body) => {
    chat = (response) => response.writeHead(200).end(body);
    expect(await upstreams.ask(question)).toMatchObject({ kind: 'failure', reason: 'malformed', status: 200 });
  });

  it('takes an answer that is cut for no answer', async () => {
    chat = (response) => {
      response.writeHead(200, { 'content-length': '1000' }).write('{"choices":', () => response.destroy());
    };
    expect(await upstreams.ask(question)).toMatchObject({ kind: 'failure', reason: 'malformed' });
  });

  it('fails with the status, and not with the words, of an error', async () => {
    chat = (response) => response.writeHead(500).end('stack trace with a secret');
    const failed = await upstreams.ask(question);
    expect(failed).toMatchObject({ kind: 'failure', reason: 'status', status: 500 });
    expect(JSON.stringify(failed)).not.toContain('secret');
    expect(seen).toHaveLength(1);
  });

  it('waits as long as it is told and asks again', async () => {
    chat = (response, one, nth) =>
      nth < 3 ? response.writeHead(429, { 'retry-after-ms': '20' }).end('{}') : complete(response, one, nth);
    expect(await upstreams.ask(question)).toMatchObject({ kind: 'answer', text: 'delivery' });
    expect(seen).toHaveLength(3);
  });

  it('does not wait beyond its time', async () => {
    chat = (response) => response.writeHead(429, { 'retry-after': '60' }).end('{}');
    expect(await upstreams.ask(question)).toMatchObject({ kind: 'failure', reason: 'status', status: 429 });
    expect(seen).toHaveLength(1);
  });

  it('times out', async () => {
    chat = () => undefined;
    expect(await upstreams.ask({ ...question, timeoutMs: 80 })).toMatchObject({ kind: 'failure', reason: 'timeout' });
  });

  it('learns which fields a model does not take, and asks the next question without them', async () => {
    const complain = (param: string) => JSON.stringify({ error: { message: 'unsupported', param } });
    chat = (response, one, nth) => {
      const asked = JSON.parse(one.body) as Record<string, unknown>;
      if ('max_tokens' in asked) {
        response.writeHead(400).end(complain('max_tokens'));
      } else if ('temperature' in asked) {
        response.writeHead(400).end(complain('temperature'));
      } else {
        complete(response, one, nth);
      }
    };
    expect(await upstreams.ask(question)).toMatchObject({ kind: 'answer' });
    expect(await upstreams.ask(question)).toMatchObject({ kind: 'answer' });
    expect(seen).toHaveLength(4);
    expect(JSON.parse(seen[3]?.body ?? '')).toMatchObject({ max_completion_tokens: 8 });
  });

  it('says that a vendor nobody knows is unreachable', async () => {
    const target = { vendor: 'nobody', model: 'm' };
    expect(await upstreams.ask({ ...question, target })).toMatchObject({ kind: 'failure', reason: 'unreachable' });
  });
});
