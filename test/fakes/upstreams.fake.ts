import { type Refusal } from '../../src/kernel/refusal.js';
import {
  type Answer,
  type Question,
  type ResolvedUpstream,
  type UpstreamOutcome,
  type UpstreamReceiver,
  type UpstreamRequest,
  Upstreams,
} from '../../src/vendors/upstreams.js';
import type { ModelTarget } from '../../src/vendors/vendor.js';

/** Vendors that answer what they are told to, and remember what they were asked. */
export class FakeUpstreams extends Upstreams {
  readonly asked: string[] = [];
  /** Status of every dispatch, or why it failed. */
  outcome: number | 'unreachable' | 'timeout' = 200;
  refusal: Refusal | null = null;
  headers: Record<string, string> = { authorization: 'Bearer key' };
  answer: Answer = { kind: 'failure', reason: 'unreachable', status: null, detail: 'down', latencyMs: 1 };

  resolve({ vendor, model }: ModelTarget): Promise<ResolvedUpstream | Refusal> {
    const upstream = { vendor, model, baseUrl: `https://${vendor}.test/v1`, headers: this.headers };
    return Promise.resolve(this.refusal ?? upstream);
  }

  dispatch({ method, path, upstream }: UpstreamRequest, _receiver: UpstreamReceiver): Promise<UpstreamOutcome> {
    this.asked.push(`${method} ${upstream.baseUrl}${path}`);
    const base = { firstByteMs: null, latencyMs: 20, bytes: 0 };
    return Promise.resolve(
      typeof this.outcome === 'number'
        ? { kind: 'complete', status: this.outcome, ...base }
        : { kind: 'failed', reason: this.outcome, phase: 'connect', status: null, detail: this.outcome, ...base },
    );
  }

  ask({ target, maxTokens }: Question): Promise<Answer> {
    this.asked.push(`ask ${target.vendor}/${target.model} ${maxTokens ?? 'any'}`);
    return Promise.resolve(this.answer);
  }
}
