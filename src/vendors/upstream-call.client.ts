// One call on its way: four timeouts that mean different things, a cap on the answer, back-pressure, and one outcome.
// connect: until the request is being sent, waiting for a free connection included. first byte: until the body begins.
// idle: between two pieces of the body. total: the whole of it. None of them is a retry.
import { performance } from 'node:perf_hooks';
import type { Dispatcher } from 'undici';
import { ForbiddenAddressError } from './guarded-connector.client.js';
import type {
  FailedAnswer,
  UpstreamFailure,
  UpstreamFlow,
  UpstreamHeaders,
  UpstreamOutcome,
  UpstreamReceiver,
  UpstreamRequest,
} from './upstreams.js';

export interface CallTimeouts {
  readonly connectTimeoutMs: number;
  readonly firstByteTimeoutMs: number;
  readonly idleTimeoutMs: number;
  readonly totalTimeoutMs: number;
}

export interface UpstreamCallParts {
  readonly dispatcher: Dispatcher;
  /** As undici takes it: origin, path below it, all headers. */
  readonly wire: { readonly origin: string; readonly path: string; readonly headers: UpstreamHeaders };
  readonly request: UpstreamRequest;
  readonly receiver: UpstreamReceiver;
  readonly timeouts: CallTimeouts;
}

const usualResponseBytesMax = 64 * 1024 * 1024;
const successStatusMin = 200;

/** The name of what happened, e.g. ECONNREFUSED: neither the vendor's words nor an address. */
function nameOf(error: unknown): string {
  const { code, name } = error as { code?: unknown; name?: unknown };
  return typeof code === 'string' ? code : String(name);
}

export class UpstreamCall implements Dispatcher.DispatchHandler {
  private readonly startedAt = performance.now();
  private readonly bytesMax: number;
  private readonly totalTimer: NodeJS.Timeout;
  private phaseTimer: NodeJS.Timeout;
  private phase: FailedAnswer['phase'] = 'connect';
  private status: number | null = null;
  private firstByteMs: number | null = null;
  private bytes = 0;
  private controller: Dispatcher.DispatchController | null = null;
  private paused = false;
  private settled = false;

  private constructor(
    private readonly parts: UpstreamCallParts,
    private readonly settle: (outcome: UpstreamOutcome) => void,
  ) {
    const { request, timeouts } = parts;
    const total = Math.min(timeouts.totalTimeoutMs, request.totalTimeoutMs ?? Number.POSITIVE_INFINITY);
    this.bytesMax = request.responseBytesMax ?? usualResponseBytesMax;
    this.totalTimer = setTimeout(() => this.giveUp('timeout', 'total'), total);
    this.phaseTimer = setTimeout(() => this.giveUp('timeout', 'connect'), timeouts.connectTimeoutMs);
    request.signal.addEventListener('abort', this.onAbort, { once: true });
  }

  /** Never rejects. */
  static run(parts: UpstreamCallParts): Promise<UpstreamOutcome> {
    return new Promise((settle) => {
      new UpstreamCall(parts, settle).start();
    });
  }

  onRequestStart(controller: Dispatcher.DispatchController): void {
    this.controller = controller;
    if (this.settled) {
      controller.abort(new Error('given up before it was sent'));
      return;
    }
    this.phase = 'first-byte';
    this.restartPhaseTimer();
  }

  onResponseStart(_: Dispatcher.DispatchController, status: number, headers: object): void {
    if (status < successStatusMin || this.settled) {
      return;
    }
    this.status = status;
    const head = { status, headers: headers as UpstreamHeaders, latencyMs: this.elapsedMs() };
    this.parts.receiver.onHead(head, this.flow());
  }

  onResponseData(_: Dispatcher.DispatchController, chunk: Buffer): void {
    if (this.settled) {
      return;
    }
    this.bytes += chunk.length;
    if (this.bytes > this.bytesMax) {
      this.giveUp('too-large', `more than ${this.bytesMax} bytes`);
      return;
    }
    this.noteData();
    this.parts.receiver.onData(chunk);
  }

  onResponseEnd(): void {
    if (this.status !== null) {
      const { status, firstByteMs, bytes } = this;
      this.finish({ kind: 'complete', status, firstByteMs, latencyMs: this.elapsedMs(), bytes });
    }
  }

  onResponseError(_: Dispatcher.DispatchController | undefined, error: unknown): void {
    const isConnectTimeout = nameOf(error) === 'UND_ERR_CONNECT_TIMEOUT';
    const reason = this.phase === 'connect' ? (isConnectTimeout ? 'timeout' : 'unreachable') : 'broken';
    this.fail(reason, error instanceof ForbiddenAddressError ? 'address not allowed' : nameOf(error));
  }

  private readonly onAbort = (): void => this.giveUp('aborted', 'given up by the caller');

  private start(): void {
    const { dispatcher, wire, request } = this.parts;
    if (request.signal.aborted) {
      this.onAbort();
      return;
    }
    const headers = wire.headers as Record<string, string | string[]>;
    dispatcher.dispatch({ ...wire, headers, method: request.method, body: request.body }, this);
  }

  private flow(): UpstreamFlow {
    return {
      pause: () => {
        this.paused = true;
        clearTimeout(this.phaseTimer);
        this.controller?.pause();
      },
      resume: () => {
        this.paused = false;
        if (!this.settled) {
          this.restartPhaseTimer();
          this.controller?.resume();
        }
      },
    };
  }

  private noteData(): void {
    if (this.phase !== 'body') {
      this.phase = 'body';
      this.firstByteMs = this.elapsedMs();
      this.restartPhaseTimer();
    } else if (!this.paused) {
      this.phaseTimer.refresh();
    }
  }

  private restartPhaseTimer(): void {
    const { timeouts, request } = this.parts;
    const firstByteTimeoutMs = Math.min(
      timeouts.firstByteTimeoutMs,
      request.firstByteTimeoutMs ?? Number.POSITIVE_INFINITY,
    );
    const { idleTimeoutMs } = timeouts;
    clearTimeout(this.phaseTimer);
    if (this.paused) {
      return;
    }
    const [name, limitMs] =
      this.phase === 'body' ? (['idle', idleTimeoutMs] as const) : (['first byte', firstByteTimeoutMs] as const);
    this.phaseTimer = setTimeout(() => this.giveUp('timeout', name), limitMs);
  }

  private giveUp(reason: UpstreamFailure, detail: string): void {
    this.fail(reason, detail);
    this.controller?.abort(new Error(detail));
  }

  private fail(reason: UpstreamFailure, detail: string): void {
    const { phase, status, firstByteMs, bytes } = this;
    this.finish({ kind: 'failed', reason, phase, status, firstByteMs, latencyMs: this.elapsedMs(), bytes, detail });
  }

  private finish(outcome: UpstreamOutcome): void {
    if (this.settled) {
      return;
    }
    this.settled = true;
    clearTimeout(this.totalTimer);
    clearTimeout(this.phaseTimer);
    this.parts.request.signal.removeEventListener('abort', this.onAbort);
    this.settle(outcome);
  }

  private elapsedMs(): number {
    return performance.now() - this.startedAt;
  }
}
