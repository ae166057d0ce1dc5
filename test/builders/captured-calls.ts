// Captured calls with everything in them that a test does not name, and a queue to put them in.
import type { ModelCatalog } from '../../src/catalog/model-catalog.js';
import type { Exchange } from '../../src/exchanges/exchange.js';
import type { ExchangeStore } from '../../src/exchanges/exchange-store.js';
import type { ShadowPairStore } from '../../src/exchanges/shadow-pair-store.js';
import { CaptureQueue } from '../../src/gateway/capture/capture-queue.service.js';
import type { CapturedCall } from '../../src/gateway/capture/captured-call.js';
import { readCallFacts } from '../../src/gateway/dialect/call-facts.js';
import type { GatewaySignals } from '../../src/gateway/gateway-signals.js';
import type { IncomingCall } from '../../src/gateway/incoming-call.js';
import type { Configuration } from '../../src/platform/config/configuration.dto.js';
import type { VendorStore } from '../../src/vendors/vendor-store.js';

const body = Buffer.from('{"model":"m","messages":[{"role":"user","content":"hello"}]}');

export function anIncomingCall(changes: Partial<IncomingCall> = {}): IncomingCall {
  return {
    requestId: 'req_1',
    at: 1_700_000_000_000,
    plan: {
      projectId: 'prj_1',
      revision: 1,
      attempt: 1,
      mode: 'incumbent',
      weightPercent: 0,
      incumbent: { vendor: 'v', model: 'm' },
      candidate: null,
      captureShare: 1,
      captureBodies: true,
      guardrails: null,
      stepEnteredAt: 0,
      updatedAt: 0,
    },
    method: 'POST',
    path: { full: '/chat/completions', bare: '/chat/completions' },
    headers: {},
    body,
    controls: { unit: null, keepBodies: true, tags: {} },
    chat: readCallFacts(body),
    unit: 'unit-1',
    ...changes,
  };
}

export function aCapturedCall(changes: Partial<CapturedCall> = {}): CapturedCall {
  return {
    id: 'exc_1',
    call: anIncomingCall(),
    arm: 'incumbent',
    route: 'incumbent',
    target: { vendor: 'v', model: 'm' },
    status: 200,
    outcome: 'ok',
    latencyMs: 12,
    firstByteMs: 10,
    isStream: false,
    streamUsage: null,
    response: Buffer.from('{"model":"m","choices":[],"usage":{"prompt_tokens":2,"completion_tokens":1}}'),
    responseTruncated: false,
    error: null,
    ...changes,
  };
}

/** A capture queue on stores that remember, or break when told to. */
export class CaptureDesk {
  readonly stored: Exchange[] = [];
  readonly dropped: Record<string, number> = {};
  isBroken = false;
  readonly queue: CaptureQueue;

  constructor(limits: Partial<Configuration['gateway']>) {
    const gateway = { captureQueueMax: 100, captureBodyBytesMax: 1024 * 1024, ...limits } as Configuration['gateway'];
    const exchanges: Pick<ExchangeStore, 'append'> = {
      append: (batch) => {
        if (this.isBroken) {
          return Promise.reject(new Error('database is locked'));
        }
        this.stored.push(...batch);
        return Promise.resolve();
      },
    };
    const pairs: Pick<ShadowPairStore, 'append'> = { append: () => Promise.resolve() };
    const vendors: Pick<VendorStore, 'find'> = { find: () => Promise.resolve(null) };
    const catalog: Pick<ModelCatalog, 'find' | 'termsVersionAt'> = { find: () => null, termsVersionAt: () => null };
    const signals: GatewaySignals = {
      answered: () => undefined,
      fellBack: () => undefined,
      troubled: () => undefined,
      dropped: (reason, count) => {
        this.dropped[reason] = (this.dropped[reason] ?? 0) + count;
      },
    };
    this.queue = new CaptureQueue(
      exchanges as ExchangeStore,
      pairs as ShadowPairStore,
      vendors as VendorStore,
      catalog as ModelCatalog,
      signals,
      { gateway },
    );
  }
}
