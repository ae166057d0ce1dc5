// A stand-in for the closed vendor, on loopback, in the OpenAI dialect. It is no model: it knows the answers of the
// demo's data and gives a wrong one, always the same, to about one text in eight.
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { sha256Hex } from '../../kernel/digest.js';
import type { Phrase } from './demo-phrases.js';

export const standInModel = 'stand-in-closed-1';

const wrongOneIn = 8;
const latencyMs = 6;

interface ChatBody {
  readonly messages?: readonly { readonly role?: string; readonly content?: unknown }[];
  readonly stream?: boolean;
  readonly stream_options?: { readonly include_usage?: boolean };
}

function wordsIn(text: string): number {
  return text.split(/\s+/).filter((word) => word !== '').length;
}

function mostFrequentOf(labels: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const label of labels) {
    counts.set(label, (counts.get(label) ?? 0) + 1);
  }
  const [first] = [...counts].sort(([, left], [, right]) => right - left);
  return first?.[0] ?? '';
}

export class StandInVendor {
  private readonly labels: readonly string[];
  /** The answer to what it does not know. */
  private readonly mostFrequent: string;
  private readonly known: ReadonlyMap<string, string>;
  private readonly server: Server;

  private constructor(rows: readonly Phrase[]) {
    this.labels = [...new Set(rows.map((row) => row.label))].sort();
    this.known = new Map(rows.map((row) => [row.text, row.label]));
    this.mostFrequent = mostFrequentOf(rows.map((row) => row.label));
    this.server = createServer((request, response) => {
      this.answer(request, response).catch(() => response.destroy());
    });
  }

  /** Rejects when the port is taken. */
  static async listen(rows: readonly Phrase[], port: number): Promise<StandInVendor> {
    const vendor = new StandInVendor(rows);
    await new Promise<void>((resolve, reject) => {
      vendor.server.once('error', reject);
      vendor.server.listen(port, '127.0.0.1', resolve);
    });
    return vendor;
  }

  async close(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private labelFor(text: string): string {
    const digest = Number.parseInt(sha256Hex(`stand-in ${text}`).slice(0, 12), 16);
    const right = this.known.get(text) ?? this.mostFrequent;
    if (digest % wrongOneIn !== 0) {
      return right;
    }
    const others = this.labels.filter((label) => label !== right);
    return others[Math.floor(digest / wrongOneIn) % others.length] ?? right;
  }

  private async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) {
      chunks.push(chunk as Buffer);
    }
    if (request.url === '/v1/models') {
      this.send(response, 200, {
        object: 'list',
        data: [{ id: standInModel, object: 'model', created: 0, owned_by: 'stand-in for the demo' }],
      });
      return;
    }
    if (request.url !== '/v1/chat/completions' || request.method !== 'POST') {
      this.send(response, 404, {
        error: { message: 'The stand-in does not know this.', type: 'invalid_request_error', param: null, code: null },
      });
      return;
    }
    const body = JSON.parse(Buffer.concat(chunks).toString('utf8')) as ChatBody;
    await sleep(latencyMs);
    this.complete(response, body);
  }

  private complete(response: ServerResponse, body: ChatBody): void {
    const said = (body.messages ?? []).map((one) => String(one.content ?? ''));
    const text = (body.messages ?? []).filter((one) => one.role === 'user').at(-1)?.content;
    const label = this.labelFor(String(text ?? ''));
    const promptTokens = said.reduce((sum, one) => sum + wordsIn(one), 0);
    const usage = { prompt_tokens: promptTokens, completion_tokens: 1, total_tokens: promptTokens + 1 };
    const base = { id: `chatcmpl-${sha256Hex(label + String(text)).slice(0, 24)}`, created: 0, model: standInModel };
    if (body.stream !== true) {
      const choices = [{ index: 0, message: { role: 'assistant', content: label }, finish_reason: 'stop' }];
      this.send(response, 200, { ...base, object: 'chat.completion', choices, usage });
      return;
    }
    const chunk = (parts: Record<string, unknown>) =>
      `data: ${JSON.stringify({ ...base, object: 'chat.completion.chunk', ...parts })}\n\n`;
    response.writeHead(200, { 'content-type': 'text/event-stream' });
    response.write(chunk({ choices: [{ index: 0, delta: { role: 'assistant', content: '' }, finish_reason: null }] }));
    response.write(chunk({ choices: [{ index: 0, delta: { content: label }, finish_reason: null }] }));
    response.write(chunk({ choices: [{ index: 0, delta: {}, finish_reason: 'stop' }] }));
    if (body.stream_options?.include_usage === true) {
      response.write(chunk({ choices: [], usage }));
    }
    response.end('data: [DONE]\n\n');
  }

  private send(response: ServerResponse, status: number, body: unknown): void {
    const text = JSON.stringify(body);
    response
      .writeHead(status, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) })
      .end(text);
  }
}
