import type { IncomingMessage } from 'node:http';
import fastify, { type FastifyInstance } from 'fastify';
import { takeJsonBodies } from '../../platform/http/json-bodies.hook.js';
import { documentOf, keepCatalogBodiesStreaming } from './refresh-body.hook.js';

let app: FastifyInstance;

beforeAll(() => {
  app = fastify({ bodyLimit: 10 });
  takeJsonBodies(app);
  keepCatalogBodiesStreaming(app);
  app.post('/v1/catalog/refreshes', async (request) => ({
    read: await documentOf(request.body as IncomingMessage, 40),
  }));
  app.post('/v1/catalog/refreshes/:id/approve', (request) => Promise.resolve({ parsed: request.body }));
});

afterAll(() => app.close());

const post = (url: string, payload: string | Buffer) =>
  app.inject({ method: 'POST', url, payload, headers: { 'content-type': 'application/json' } });

describe('documents for the catalogue', () => {
  it('arrive as the text that was sent, above the limit of commands', async () => {
    const text = '{"price": 1.0000000000000000055}';
    expect((await post('/v1/catalog/refreshes?source=litellm', text)).json()).toEqual({ read: text });
  });

  it('are refused above a limit of their own', async () => {
    const answer = await post('/v1/catalog/refreshes', `"${'x'.repeat(40)}"`);
    expect(answer.json()).toMatchObject({ read: { code: 'payload-too-large' } });
  });

  it('are refused when they are no text', async () => {
    const answer = await post('/v1/catalog/refreshes', Buffer.from([0xff, 0xfe, 0x22]));
    expect(answer.json()).toMatchObject({ read: { code: 'bad-request' } });
  });

  it('leave the bodies of commands to the usual parser', async () => {
    expect((await post('/v1/catalog/refreshes/crf_1/approve', '{"a":1}')).json()).toEqual({ parsed: { a: 1 } });
  });
});
