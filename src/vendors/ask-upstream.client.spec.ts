import { type Behaviour, FaultyVendor } from '../../test/harness/faulty-vendor.js';
import type { Upstreams } from './upstreams.js';

let vendor: FaultyVendor;
let upstreams: Upstreams;

beforeEach(async () => {
  vendor = await FaultyVendor.start();
  upstreams = vendor.wayOut();
});

afterEach(() => vendor.stop());

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
    vendor.chat = complete;
    expect(await upstreams.ask(question)).toMatchObject({
      kind: 'answer',
      text: 'delivery',
      promptTokens: 12,
      cachedTokens: 4,
      completionTokens: 1,
      modelServed: 'acme-large-2026-01-01',
    });
    expect(JSON.parse(vendor.seen[0]?.body ?? '')).toMatchObject({
      model: 'acme-large',
      temperature: 0,
      max_tokens: 8,
    });
  });

  it.each([
    ['no JSON', 'surely a refund'],
    ['JSON of another shape', '{"choices":[{"message":{"content":null}}]}'],
    ['an empty list', '{"choices":[]}'],
  ])('takes %s for no answer', async (_, body) => {
    vendor.chat = (response) => response.writeHead(200).end(body);
    expect(await upstreams.ask(question)).toMatchObject({ kind: 'failure', reason: 'malformed', status: 200 });
  });

  it('takes an answer that is cut for no answer', async () => {
    vendor.chat = (response) => {
      response.writeHead(200, { 'content-length': '1000' }).write('{"choices":', () => response.destroy());
    };
    expect(await upstreams.ask(question)).toMatchObject({ kind: 'failure', reason: 'malformed' });
  });

  it('fails with the status, and not with the words, of an error', async () => {
    vendor.chat = (response) => response.writeHead(500).end('stack trace with a secret');
    const failed = await upstreams.ask(question);
    expect(failed).toMatchObject({ kind: 'failure', reason: 'status', status: 500 });
    expect(JSON.stringify(failed)).not.toContain('secret');
    expect(vendor.seen).toHaveLength(1);
  });

  it('waits as long as it is told and asks again', async () => {
    vendor.chat = (response, one, nth) =>
      nth < 3 ? response.writeHead(429, { 'retry-after-ms': '20' }).end('{}') : complete(response, one, nth);
    expect(await upstreams.ask(question)).toMatchObject({ kind: 'answer', text: 'delivery' });
    expect(vendor.seen).toHaveLength(3);
  });

  it('does not wait beyond its time', async () => {
    vendor.chat = (response) => response.writeHead(429, { 'retry-after': '60' }).end('{}');
    expect(await upstreams.ask(question)).toMatchObject({ kind: 'failure', reason: 'status', status: 429 });
    expect(vendor.seen).toHaveLength(1);
  });

  it('times out', async () => {
    vendor.chat = () => undefined;
    expect(await upstreams.ask({ ...question, timeoutMs: 80 })).toMatchObject({ kind: 'failure', reason: 'timeout' });
  });

  it('learns which fields a model does not take, and asks the next question without them', async () => {
    const complain = (param: string) => JSON.stringify({ error: { message: 'unsupported', param } });
    vendor.chat = (response, one, nth) => {
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
    expect(vendor.seen).toHaveLength(4);
    expect(JSON.parse(vendor.seen[3]?.body ?? '')).toMatchObject({ max_completion_tokens: 8 });
  });

  it('says that a vendor nobody knows is unreachable', async () => {
    const target = { vendor: 'nobody', model: 'm' };
    expect(await upstreams.ask({ ...question, target })).toMatchObject({ kind: 'failure', reason: 'unreachable' });
  });
});
