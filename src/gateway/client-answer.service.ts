// The client's side of one call: what has been sent, whether the client is still there, and how it is told that an
// answer broke off. Knows nothing of arms.
import type { ServerResponse } from 'node:http';
import { type GatewayFault, openAiErrorBody } from './dialect/openai-error.js';
import { type CrossingHeaders, headersForClient } from './header-rules.js';

export interface AnswerHead {
  readonly status: number;
  readonly headers: CrossingHeaders;
}

/** Lets the writer slow its source down. */
export interface Source {
  pause(): void;
  resume(): void;
}

export class ClientAnswer {
  private leftEarly = false;
  private readonly onGone: (() => void)[] = [];

  constructor(private readonly response: ServerResponse) {
    response.once('close', () => {
      if (!response.writableFinished) {
        this.leftEarly = true;
        this.tellGone();
      }
    });
  }

  /** Whether the client closed the connection before it had everything. */
  get isGone(): boolean {
    return this.leftEarly;
  }

  /** From here on nobody else may answer. */
  get hasBegun(): boolean {
    return this.response.headersSent;
  }

  /** Runs once the client has left, at once if it already has. */
  whenGone(work: () => void): void {
    if (this.leftEarly) {
      work();
    } else {
      this.onGone.push(work);
    }
  }

  begin({ status, headers }: AnswerHead): void {
    if (this.leftEarly) {
      return;
    }
    this.response.writeHead(status, headers as Record<string, string | string[]>);
    this.response.flushHeaders();
  }

  write(bytes: Buffer, source: Source): void {
    if (this.leftEarly || bytes.length === 0) {
      return;
    }
    if (!this.response.write(bytes)) {
      source.pause();
      this.response.once('drain', () => source.resume());
    }
  }

  end(): void {
    this.response.end();
  }

  /** A cut answer must not look like a whole one: the connection is reset instead of ended. */
  breakOff(): void {
    this.response.destroy();
  }

  refuse(fault: GatewayFault, headers: Readonly<Record<string, string>> = {}): void {
    if (this.leftEarly || this.hasBegun) {
      return;
    }
    const body = openAiErrorBody(fault);
    const own = {
      'content-type': 'application/json; charset=utf-8',
      'content-length': String(Buffer.byteLength(body)),
    };
    this.response.writeHead(fault.status, { ...own, ...headers });
    this.response.end(body);
  }

  private tellGone(): void {
    for (const work of this.onGone) {
      work();
    }
  }
}

/** The head of an upstream's answer as the client gets it, with Openward's own fields added. */
export function passedHead(head: AnswerHead, own: Readonly<Record<string, string>>): AnswerHead {
  return { status: head.status, headers: { ...headersForClient(head.headers), ...own } };
}
