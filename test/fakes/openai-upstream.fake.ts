// A vendor on loopback that does what a test tells it, byte by byte, and remembers what it was asked.
import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';

export interface Asked {
  readonly method: string;
  readonly url: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
  /** Resolves when the connection of this call has closed before the answer was whole. */
  readonly left: Promise<void>;
}

export type Script = (response: ServerResponse, asked: Asked) => void | Promise<void>;

async function bytesOf(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) {
    chunks.push(chunk as Buffer);
  }
  return Buffer.concat(chunks);
}

export class FakeUpstream {
  readonly asked: Asked[] = [];
  /** What happens to the next calls. */
  script: Script = (response) => void response.writeHead(500).end();
  private readonly sockets = new Set<Socket>();
  private readonly server = createServer((request, response) => void this.serve(request, response));

  static async start(): Promise<FakeUpstream> {
    const upstream = new FakeUpstream();
    upstream.server.on('connection', (socket) => {
      upstream.sockets.add(socket);
      socket.once('close', () => upstream.sockets.delete(socket));
    });
    await new Promise<void>((done) => upstream.server.listen(0, '127.0.0.1', done));
    return upstream;
  }

  get baseUrl(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}/v1`;
  }

  async stop(): Promise<void> {
    for (const socket of this.sockets) {
      socket.destroy();
    }
    await new Promise((done) => this.server.close(done));
  }

  private async serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const left = new Promise<void>((done) => {
      response.once('close', () => {
        if (!response.writableFinished) {
          done();
        }
      });
    });
    const body = await bytesOf(request);
    const asked = { method: request.method ?? '', url: request.url ?? '', headers: request.headers, body, left };
    this.asked.push(asked);
    await this.script(response, asked);
  }
}

/** A plain chat completion that says `text`, with usage. */
export function completion(text: string, model: string): string {
  return JSON.stringify({
    id: 'chatcmpl-1',
    object: 'chat.completion',
    created: 1700000000,
    model,
    choices: [{ index: 0, message: { role: 'assistant', content: text, refusal: null }, finish_reason: 'stop' }],
    usage: { prompt_tokens: 10, completion_tokens: 3, total_tokens: 13 },
  });
}

/** Answers every chat completion with that text. */
export function says(text: string, model: string): Script {
  return (response) => {
    response.writeHead(200, { 'content-type': 'application/json', 'x-request-id': 'req_vendor' });
    response.end(completion(text, model));
  };
}

const chunkOf = (model: string, choices: unknown[], more = {}) =>
  `data: ${JSON.stringify({ id: 'chatcmpl-2', object: 'chat.completion.chunk', created: 1700000000, model, choices, ...more })}\n\n`;

/** The events of a stream that says the words, ending as it should; with the usage chunk where asked for. */
export function streamOf(words: readonly string[], model: string, withUsage: boolean): string[] {
  const usage = { prompt_tokens: 10, completion_tokens: words.length, total_tokens: 10 + words.length };
  return [
    ...words.map((content) => chunkOf(model, [{ index: 0, delta: { content }, finish_reason: null }])),
    chunkOf(model, [{ index: 0, delta: {}, finish_reason: 'stop' }]),
    ...(withUsage ? [chunkOf(model, [], { usage })] : []),
    'data: [DONE]\n\n',
  ];
}

/** Streams the words; usage only if the request asks for it, as the dialect has it. */
export function streams(words: readonly string[], model: string): Script {
  return async (response, asked) => {
    const { stream_options } = JSON.parse(asked.body.toString()) as { stream_options?: { include_usage?: boolean } };
    response.writeHead(200, { 'content-type': 'text/event-stream; charset=utf-8' });
    for (const event of streamOf(words, model, stream_options?.include_usage === true)) {
      response.write(event);
      await new Promise((done) => setImmediate(done));
    }
    response.end();
  };
}
