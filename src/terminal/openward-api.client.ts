// Openward from outside, as the demo and the checks use it: plain HTTP, one token per person.
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';

/** Parsed JSON whose shape the caller knows from the API document. */
// biome-ignore lint/suspicious/noExplicitAny: what comes over the wire is checked by its use.
export type Answered = any;

const staleStatus = 412;
const staleTriesMax = 5;

export class ApiError extends Error {
  constructor(
    readonly status: number,
    readonly problem: Answered,
  ) {
    super(`${status}: ${problem?.detail ?? problem?.error?.message ?? JSON.stringify(problem)}`);
  }
}

interface Call {
  readonly method?: string;
  readonly body?: unknown;
  readonly raw?: { readonly content: Buffer; readonly contentType: string };
  readonly headers?: Record<string, string>;
}

export class Caller {
  constructor(
    readonly baseUrl: string,
    private readonly token: string,
  ) {}

  /** The same service, spoken to by somebody else. */
  as(token: string): Caller {
    return new Caller(this.baseUrl, token);
  }

  async respond(path: string, call: Call = {}): Promise<Response> {
    const content = call.raw?.content ?? (call.body === undefined ? undefined : JSON.stringify(call.body));
    const contentType = call.raw?.contentType ?? 'application/json';
    return fetch(`${this.baseUrl}${path}`, {
      method: call.method ?? (content === undefined ? 'GET' : 'POST'),
      headers: {
        authorization: `Bearer ${this.token}`,
        ...(content !== undefined && { 'content-type': contentType }),
        ...call.headers,
      },
      ...(content !== undefined && { body: content }),
    });
  }

  /** Throws an `ApiError` for anything but success. */
  async call(path: string, call: Call = {}): Promise<Answered> {
    const response = await this.respond(path, call);
    const text = await response.text();
    const body: unknown = text === '' ? null : JSON.parse(text);
    if (!response.ok) {
      throw new ApiError(response.status, body);
    }
    return body;
  }

  /** A command on the version that the project has now; on the next one where news came in between. */
  async command(projectId: string, name: string, body: Record<string, unknown> = {}): Promise<Answered> {
    for (let tries = 1; ; tries += 1) {
      const { version } = await this.call(`/v1/projects/${projectId}`);
      const headers = { 'if-match': `"v${version}"`, 'idempotency-key': randomUUID() };
      try {
        return await this.call(`/v1/projects/${projectId}/commands/${name}`, { body, headers });
      } catch (error) {
        if (!(error instanceof ApiError && error.status === staleStatus) || tries >= staleTriesMax) {
          throw error;
        }
      }
    }
  }
}

/** Resolves with the first answer that is not null; throws a sentence after `patienceMs`. */
export async function until<Found>(
  what: string,
  patienceMs: number,
  look: () => Promise<Found | null>,
): Promise<Found> {
  const giveUpAt = Date.now() + patienceMs;
  for (;;) {
    const found = await look();
    if (found !== null) {
      return found;
    }
    if (Date.now() > giveUpAt) {
      throw new Error(`Waited ${Math.round(patienceMs / 1000)} s in vain for ${what}.`);
    }
    await sleep(150);
  }
}
