// Streams through the gateway over real HTTP, and the official client on top of it.
import { request as httpRequest, type IncomingMessage } from 'node:http';
import OpenAI from 'openai';
import { says, streamOf, streams } from '../fakes/openai-upstream.fake.js';
import { candidateModel, GatewayUnderTest, incumbentModel, projectId, until } from './gateway-under-test.js';
import { type RawCall, rawCall } from './raw-call.js';

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
const soFar = () => gateway.soFar();

describe('a streamed call', () => {
  const words = ['Za', 'żó', 'łć ', '🙂'];

  it('comes through byte for byte, without the usage that only Openward asked for', async () => {
    const before = await soFar();
    gateway.incumbent.script = streams(words, incumbentModel);
    const heard = await ask({ stream: true });
    expect(heard.body.toString()).toBe(streamOf(words, incumbentModel, false).join(''));
    expect(heard.headers).toMatchObject({
      'content-type': 'text/event-stream; charset=utf-8',
      'x-accel-buffering': 'no',
    });
    const [kept] = await gateway.exchangesFrom(before);
    expect(kept).toMatchObject({
      outcome: 'ok',
      streamed: true,
      promptTokens: 10,
      completionTokens: 4,
      modelServed: incumbentModel,
      costNanoUsd: 18_000,
    });
    expect(kept?.response?.toString()).toBe(streamOf(words, incumbentModel, true).join(''));
  });

  it('comes through with the usage where the client asked for it', async () => {
    gateway.incumbent.script = streams(words, incumbentModel);
    const heard = await ask({ stream: true, stream_options: { include_usage: true } });
    expect(heard.body.toString()).toBe(streamOf(words, incumbentModel, true).join(''));
  });

  it('is broken off, not ended, when the vendor’s stream ends without its end', async () => {
    const before = await soFar();
    gateway.incumbent.script = (response) =>
      void response
        .writeHead(200, { 'content-type': 'text/event-stream' })
        .end(streamOf(words, incumbentModel, false)[0]);
    const heard = await ask({ stream: true });
    expect(heard).toMatchObject({ status: 200, isWhole: false });
    expect(await gateway.exchangesFrom(before)).toMatchObject([{ outcome: 'incomplete' }]);
  });

  it('passes an error inside the stream on, and is kept as incomplete', async () => {
    const before = await soFar();
    const text = `${streamOf(['a'], incumbentModel, false)[0]}data: {"error":{"message":"overloaded"}}\n\ndata: [DONE]\n\n`;
    gateway.incumbent.script = (response) =>
      void response.writeHead(200, { 'content-type': 'text/event-stream' }).end(text);
    const heard = await ask({ stream: true });
    expect(heard).toMatchObject({ isWhole: true });
    expect(heard.body.toString()).toBe(text);
    expect(await gateway.exchangesFrom(before)).toMatchObject([
      { outcome: 'incomplete', error: 'the stream reported an error' },
    ]);
  });

  it('stops the vendor when the client leaves, and is kept', async () => {
    const before = await soFar();
    gateway.incumbent.script = (response) => {
      response.writeHead(200, { 'content-type': 'text/event-stream' });
      response.write(streamOf(['a'], incumbentModel, false)[0]);
    };
    await new Promise<void>((done) => {
      const headers = { ...json, authorization: `Bearer ${token}` };
      const sent = httpRequest(
        `${gateway.baseUrl}/chat/completions`,
        { method: 'POST', headers, agent: false },
        (answer) => {
          answer.once('data', () => {
            sent.destroy();
            done();
          });
          answer.on('error', () => undefined);
        },
      );
      sent.on('error', () => undefined);
      sent.end(question({ stream: true }));
    });
    await gateway.incumbent.asked[0]?.left;
    expect(await gateway.exchangesFrom(before)).toMatchObject([{ outcome: 'client-closed', error: null }]);
  });
});

describe('a client that reads slowly', () => {
  const filler = Buffer.from(`: ${'x'.repeat(64 * 1024)}\n\n`);
  const fillers = 480;

  it('slows its vendor down instead of filling our memory, and gets everything', async () => {
    let written = 0;
    gateway.incumbent.script = async (response) => {
      response.writeHead(200, { 'content-type': 'text/event-stream' });
      for (; written < fillers; written += 1) {
        if (!response.write(filler)) {
          await new Promise((done) => response.once('drain', done));
        }
      }
      response.end('data: [DONE]\n\n');
    };
    const answer = await new Promise<IncomingMessage>((resolve, reject) => {
      const headers = { ...json, authorization: `Bearer ${token}` };
      const sent = httpRequest(
        `${gateway.baseUrl}/chat/completions`,
        { method: 'POST', headers, agent: false },
        resolve,
      );
      sent.on('error', reject);
      sent.end(question({ stream: true }));
    });
    let before = -1;
    await until(async () => {
      const stands = before === written && written > 0;
      before = written;
      await new Promise((done) => setTimeout(done, 50));
      return stands;
    });
    expect(written).toBeLessThan(fillers);
    let bytes = 0;
    for await (const chunk of answer) {
      bytes += (chunk as Buffer).length;
    }
    expect(bytes).toBe(fillers * filler.length + 'data: [DONE]\n\n'.length);
  });
});

describe('the official client', () => {
  const client = () => new OpenAI({ baseURL: gateway.baseUrl, apiKey: token, maxRetries: 0 });
  const messages = [{ role: 'user' as const, content: 'hi' }];

  it('works plain', async () => {
    const answer = await client().chat.completions.create({ model: incumbentModel, messages });
    expect(answer.choices[0]?.message.content).toBe('incumbent');
  });

  it('works streamed, with no chunk that it did not ask for', async () => {
    gateway.incumbent.script = streams(['Hel', 'lo'], incumbentModel);
    const stream = await client().chat.completions.create({ model: incumbentModel, messages, stream: true });
    const texts: (string | null | undefined)[] = [];
    for await (const chunk of stream) {
      expect(chunk.choices).toHaveLength(1);
      texts.push(chunk.choices[0]?.delta.content);
    }
    expect(texts.join('')).toBe('Hello');
  });

  it('reads our errors', async () => {
    gateway.incumbent.script = (response) => void response.destroy();
    const failing = client().chat.completions.create({ model: incumbentModel, messages });
    await expect(failing).rejects.toMatchObject({ status: 502, code: 'upstream_unreachable' });
  });
});
