// A real server on the loopback that misbehaves as the path asks it to, and the real client in front of it.
import { type AddressInfo, createServer } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { FaultyVendor } from '../../test/harness/faulty-vendor.js';
import { isRefusal } from '../kernel/refusal.js';
import type {
  ResolvedUpstream,
  UpstreamFlow,
  UpstreamHead,
  UpstreamOutcome,
  UpstreamRequest,
  Upstreams,
} from './upstreams.js';

let vendor: FaultyVendor;
let upstreams: Upstreams;

beforeEach(async () => {
  vendor = await FaultyVendor.start();
  upstreams = vendor.wayOut();
});

afterEach(() => vendor.stop());

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
    expect(vendor.seen.at(-1)).toMatchObject({
      path: '/v1/ok?page=2',
      body: '{"a":"✓"}',
      headers: { 'x-trace': '1, 2' },
    });
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
    expect(vendor.seen).toHaveLength(1);
  });

  it('is unreachable where nobody listens', async () => {
    const upstream = { ...(await acme()), baseUrl: 'http://127.0.0.1:1/v1' };
    const there = vendor.wayOut({ allowed: ['127.0.0.1:1'] });
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
    const upstream = { ...(await acme()), baseUrl: `https://127.0.0.1:${vendor.port}/v1` };
    const { outcome } = await call({ upstream, path: '/ok' });
    expect(outcome).toMatchObject({ kind: 'failed', reason: 'unreachable', phase: 'connect' });
    expect(vendor.seen).toHaveLength(0);
  });

  it('times out before anything was sent where the greeting is never answered', async () => {
    const mute = createServer((socket) => socket.on('error', () => undefined).resume());
    await new Promise<void>((listening) => mute.listen(0, '127.0.0.1', listening));
    const { port } = mute.address() as AddressInfo;
    upstreams = vendor.wayOut({ allowed: ['127.0.0.1:*'] });
    const upstream = { ...(await acme()), baseUrl: `https://127.0.0.1:${port}/v1` };
    const { outcome } = await call({ upstream, path: '/ok' });
    expect(outcome).toMatchObject({ reason: 'timeout', phase: 'connect', detail: 'connect', status: null });
    // Closes only once our side has hung up.
    await new Promise((done) => mute.close(done));
  });

  it('is unreachable, untried, where the rules forbid it', async () => {
    const upstream = { ...(await acme()), baseUrl: `https://127.0.0.1:${vendor.port}/v1` };
    const there = vendor.wayOut({ allowed: [], vendors: [] });
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
    expect(vendor.seen).toHaveLength(0);
  });

  it.each([
    ['/hang', 'first-byte', null],
    ['/head-then-hang', 'first-byte', 200],
    ['/hang-midway', 'body', 200],
    ['/drip', 'body', 200],
  ] as const)('times out on %s in its phase, and hangs up', async (path, phase, status) => {
    const { outcome } = await call({ path });
    expect(outcome).toMatchObject({ kind: 'failed', reason: 'timeout', phase, status });
    await until(() => vendor.closed === 1);
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
    await until(() => vendor.closed === 1);
  });

  it('slows the vendor down while the receiver pauses, and no idle time runs', async () => {
    const abort = new AbortController();
    const amounts: number[] = [];
    const pause = async (flow: UpstreamFlow): Promise<void> => {
      flow.pause();
      await wait(vendor.timeouts.idleTimeoutMs * 2);
      amounts.push(vendor.poured);
      await wait(100);
      amounts.push(vendor.poured);
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
    await until(() => vendor.closed === 1);
  });

  it('is not even tried when the caller has given up before', async () => {
    const { outcome } = await call({ path: '/ok', signal: AbortSignal.abort() });
    expect(outcome).toMatchObject({ reason: 'aborted', phase: 'connect' });
    expect(vendor.seen).toHaveLength(0);
  });

  it('fails, and does not throw, on what cannot be sent', async () => {
    const { outcome } = await call({ path: '/with space' });
    expect(outcome).toMatchObject({ kind: 'failed', reason: 'unreachable', phase: 'connect' });
  });
});
