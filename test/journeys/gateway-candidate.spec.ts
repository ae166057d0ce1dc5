// The gateway while a candidate sees traffic: who answers whom, what happens when the candidate fails, what the shadow
// learns, and what is kept when the store fails.
import type { Exchange } from '../../src/exchanges/exchange.js';
import { ExchangeStore } from '../../src/exchanges/exchange-store.js';
import { ShadowPairStore } from '../../src/exchanges/shadow-pair-store.js';
import { CaptureQueue } from '../../src/gateway/capture/capture-queue.service.js';
import { type Script, says, streamOf, streams } from '../fakes/openai-upstream.fake.js';
import { candidateModel, GatewayUnderTest, incumbentModel, projectId, until } from './gateway-under-test.js';
import { rawCall } from './raw-call.js';

let gateway: GatewayUnderTest;
let token: string;
let models = 0;
/** A model of its own for each test, so that each has a breaker of its own. */
let model = candidateModel;

beforeAll(async () => {
  gateway = await GatewayUnderTest.start();
  token = await gateway.token('service');
});

afterAll(() => gateway.stop());

beforeEach(() => {
  models += 1;
  model = `${candidateModel}-${models}`;
  gateway.incumbent.asked.length = 0;
  gateway.candidate.asked.length = 0;
  gateway.incumbent.script = says('incumbent', incumbentModel);
  gateway.candidate.script = says('candidate', model);
});

const candidate = () => ({ vendor: 'candidate', model });
const ask = (more: Record<string, unknown> = {}, headers: Record<string, string> = {}) =>
  rawCall({
    url: `${gateway.baseUrl}/chat/completions`,
    body: JSON.stringify({ model: incumbentModel, messages: [{ role: 'user', content: 'hi' }], ...more }),
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}`, ...headers },
  });
const soFar = () => gateway.soFar();
const shapeOf = ({ arm, route, outcome, status }: Exchange) => ({ arm, route, outcome, status });

describe('a candidate that answers', () => {
  it('gets the call with its own model, and its answer is the client’s', async () => {
    await gateway.plan({ mode: 'candidate', candidate: candidate() });
    const before = await soFar();
    const heard = await ask({ stream: false });
    expect(heard.headers).toMatchObject({
      'x-openward-arm': 'candidate',
      'x-openward-route': 'candidate',
      'x-openward-model': model,
    });
    expect(JSON.parse(gateway.candidate.asked[0]?.body.toString() ?? '')).toMatchObject({ model });
    expect(gateway.incumbent.asked).toHaveLength(0);
    expect((await gateway.exchangesFrom(before)).map(shapeOf)).toEqual([
      { arm: 'candidate', route: 'candidate', outcome: 'ok', status: 200 },
    ]);
  });

  it('streams byte for byte', async () => {
    await gateway.plan({ mode: 'candidate', candidate: candidate() });
    gateway.candidate.script = streams(['a', 'b'], model);
    expect((await ask({ stream: true })).body.toString()).toBe(streamOf(['a', 'b'], model, false).join(''));
  });

  it('sees its own refusal of a request passed on: that is for the caller to mend', async () => {
    await gateway.plan({ mode: 'candidate', candidate: candidate() });
    gateway.candidate.script = (response) =>
      void response
        .writeHead(400, { 'content-type': 'application/json' })
        .end('{"error":{"code":"context_length_exceeded"}}');
    expect(await ask()).toMatchObject({ status: 400, headers: { 'x-openward-route': 'candidate' } });
    expect(gateway.incumbent.asked).toHaveLength(0);
  });
});

describe('a split', () => {
  const armOf = async (unit: string) => (await ask({}, { 'x-openward-unit': unit })).headers['x-openward-arm'];
  const units = Array.from({ length: 25 }, (_, index) => `unit-${index}`);

  it('keeps each unit on one arm, and only ever adds units to the candidate as the weight grows', async () => {
    let before = new Set<string>();
    for (const weightPercent of [0, 30, 60, 100]) {
      await gateway.plan({ mode: 'split', weightPercent, candidate: candidate() });
      const arms = await Promise.all(units.map(armOf));
      const again = await Promise.all(units.map(armOf));
      expect(again).toEqual(arms);
      const now = new Set(units.filter((_, index) => arms[index] === 'candidate'));
      expect([...before].filter((unit) => !now.has(unit))).toEqual([]);
      before = now;
    }
    expect(before.size).toBe(units.length);
  });

  it('leaves a call without a unit with the incumbent', async () => {
    await gateway.plan({ mode: 'split', weightPercent: 100, candidate: candidate() });
    expect((await ask()).headers['x-openward-arm']).toBe('incumbent');
    expect((await ask({ metadata: { conversation_id: 'c' } })).headers['x-openward-arm']).toBe('candidate');
  });

  it('ends with the plan: not one call more reaches the candidate', async () => {
    await gateway.plan({ mode: 'candidate', candidate: candidate() });
    await ask();
    await gateway.plan({ mode: 'incumbent', candidate: candidate() });
    gateway.candidate.asked.length = 0;
    await Promise.all(units.map(armOf));
    expect(gateway.candidate.asked).toHaveLength(0);
  });
});

describe('a candidate that fails before a byte went out', () => {
  const json = { 'content-type': 'application/json' };
  const events = { 'content-type': 'text/event-stream' };
  const status =
    (code: number): Script =>
    (response) =>
      void response.writeHead(code, json).end('{"error":{"message":"secret words"}}');
  const faults: readonly [string, Script][] = [
    ['resets', (response) => void response.destroy()],
    ['is silent', () => undefined],
    ['sends a head and is silent', (response) => void response.writeHead(200, events).flushHeaders()],
    ['says 429', status(429)],
    ['says 500', status(500)],
    ['says 529', status(529)],
    ['answers a page', (response) => void response.writeHead(200, { 'content-type': 'text/html' }).end('<html>')],
    ['answers broken JSON', (response) => void response.writeHead(200, json).end('{"choices":[')],
    ['answers JSON that is no completion', (response) => void response.writeHead(200, json).end('{"choices":[]}')],
    ['answers events that are none', (response) => void response.writeHead(200, events).end('data: {"cho\n\n')],
    ['answers an error event', (response) => void response.writeHead(200, events).end('data: {"error":{}}\n\n')],
    ['answers an empty stream', (response) => void response.writeHead(200, events).end(': ping\n\n')],
    [
      'breaks off in its first bytes',
      (response) => {
        response.writeHead(200, { ...json, 'content-length': '100' }).write('{"choices":');
        setImmediate(() => response.destroy());
      },
    ],
  ];
  const cases = faults.flatMap(([name, script]) => [false, true].map((stream) => [name, stream, script] as const));

  it.each(cases)('because it %s (stream: %s) is replaced by the incumbent, once', async (_, stream, script) => {
    await gateway.plan({ mode: 'candidate', candidate: candidate() });
    const before = await soFar();
    gateway.candidate.script = script;
    gateway.incumbent.script = stream ? streams(['ok'], incumbentModel) : says('ok', incumbentModel);
    const heard = await ask({ stream });
    expect(heard).toMatchObject({
      status: 200,
      isWhole: true,
      headers: { 'x-openward-arm': 'incumbent', 'x-openward-route': 'fallback', 'x-openward-model': incumbentModel },
    });
    expect(heard.body.toString()).not.toContain('secret words');
    expect(heard.body.toString()).toContain('ok');
    expect([gateway.candidate.asked.length, gateway.incumbent.asked.length]).toEqual([1, 1]);
    const [failed, rescued] = await gateway.exchangesFrom(before, 2);
    expect(failed).toMatchObject({ arm: 'candidate', route: 'candidate' });
    expect(failed?.outcome).not.toBe('ok');
    expect(failed?.error).not.toBeNull();
    expect(rescued).toMatchObject({ arm: 'incumbent', route: 'fallback', outcome: 'ok' });
  });

  it('is left alone after five failures, and every call is still answered', async () => {
    await gateway.plan({ mode: 'candidate', candidate: candidate() });
    gateway.candidate.script = status(500);
    const before = await soFar();
    for (let count = 0; count < 8; count += 1) {
      expect(await ask()).toMatchObject({ status: 200, headers: { 'x-openward-route': 'fallback' } });
    }
    expect(gateway.candidate.asked).toHaveLength(5);
    const all = (await gateway.exchangesFrom(before, 16)).filter((one) => one.arm === 'candidate');
    expect(all.map((one) => one.outcome)).toEqual([
      ...Array(5).fill('upstream-error'),
      ...Array(3).fill('unreachable'),
    ]);
  });

  it('is not replaced once it has begun to answer: the connection breaks', async () => {
    await gateway.plan({ mode: 'candidate', candidate: candidate() });
    const before = await soFar();
    gateway.candidate.script = (response) => {
      response.writeHead(200, events).write(streamOf(['a'], model, false)[0]);
      setTimeout(() => response.destroy(), 10);
    };
    expect(await ask({ stream: true })).toMatchObject({
      status: 200,
      isWhole: false,
      headers: { 'x-openward-route': 'candidate' },
    });
    expect(gateway.incumbent.asked).toHaveLength(0);
    expect((await gateway.exchangesFrom(before)).map(shapeOf)).toEqual([
      { arm: 'candidate', route: 'candidate', outcome: 'incomplete', status: 200 },
    ]);
  });
});

describe('a shadow', () => {
  const pairs = async () => {
    await gateway.app.get(CaptureQueue).flush();
    return gateway.app.get(ShadowPairStore, { strict: false }).tally({ projectId, attempt: models, sinceMs: 0 });
  };
  beforeEach(() => gateway.plan({ mode: 'shadow', candidate: candidate(), attempt: models }));

  it.each([
    ['plain', false, 'Card Arrival', ' card  arrival\n', { pairs: 1, agreeing: 1, candidateFailures: 0 }],
    ['streamed', true, 'Card Arrival', 'card arrival', { pairs: 1, agreeing: 1, candidateFailures: 0 }],
    ['plain', false, 'yes', 'no', { pairs: 1, agreeing: 0, candidateFailures: 0 }],
  ])('is compared with what the client got, %s', async (_, stream, incumbentSays, candidateSays, expected) => {
    const before = await soFar();
    gateway.incumbent.script = stream ? streams([incumbentSays], incumbentModel) : says(incumbentSays, incumbentModel);
    gateway.candidate.script = stream ? streams([candidateSays], model) : says(candidateSays, model);
    const heard = await ask({ stream });
    expect(heard.headers).toMatchObject({ 'x-openward-arm': 'incumbent', 'x-openward-route': 'incumbent' });
    expect(heard.body.toString()).toContain(incumbentSays);
    await until(async () => (await pairs()).pairs === 1);
    expect(await pairs()).toMatchObject(expected);
    expect(JSON.parse(gateway.candidate.asked[0]?.body.toString() ?? '')).toMatchObject({ model });
    expect((await gateway.exchangesFrom(before, 2)).map(shapeOf)).toContainEqual({
      arm: 'candidate',
      route: 'shadow',
      outcome: 'ok',
      status: 200,
    });
  });

  it.each<[string, Script]>([
    ['silent', () => undefined],
    ['dead', (response) => void response.destroy()],
    [
      'endless',
      (response) => {
        response.writeHead(200, { 'content-type': 'application/json' });
        const pouring = setInterval(() => response.write(Buffer.alloc(1024 * 1024)), 1);
        response.once('close', () => clearInterval(pouring));
      },
    ],
  ])('that is %s costs the client nothing, and is counted as failed', async (_, script) => {
    gateway.candidate.script = script;
    expect(await ask()).toMatchObject({ status: 200, isWhole: true });
    await until(async () => (await pairs()).candidateFailures === 1);
  });

  it('is dropped and counted when too many copies are under way', async () => {
    const releases: (() => void)[] = [];
    gateway.candidate.script = (response) => void releases.push(() => void response.destroy());
    const dropped = async () => {
      const { values } = await gateway.metrics.captureDropped.get();
      return values.find((one) => one.labels.reason === 'shadow-busy')?.value ?? 0;
    };
    const before = await dropped();
    for (let count = 0; count < 5; count += 1) {
      await ask();
    }
    expect(await dropped()).toBe(before + 3);
    await until(async () => gateway.candidate.asked.length === 2);
    for (const release of releases) {
      release();
    }
    await until(async () => (await pairs()).candidateFailures === 2);
  });
});

describe('a store that fails', () => {
  it('delays no call; what waited is stored once, when it works again', async () => {
    await gateway.plan({ mode: 'incumbent' });
    const before = await soFar();
    const store = gateway.app.get(ExchangeStore, { strict: false });
    const works = store.append.bind(store);
    store.append = () => Promise.reject(new Error('database or disk is full'));
    for (let count = 0; count < 3; count += 1) {
      expect((await ask()).status).toBe(200);
    }
    expect(await gateway.app.get(CaptureQueue).flush()).toBe(false);
    store.append = works;
    expect(await gateway.app.get(CaptureQueue).flush()).toBe(true);
    expect(await gateway.exchangesFrom(before)).toHaveLength(3);
    expect(gateway.app.get(CaptureQueue).waiting).toBe(0);
  });
});
