// Is there still something to roll back to? Asks the incumbent's list of models, which costs nothing; a server without
// that list is asked for one token instead.
import { Inject, Injectable } from '@nestjs/common';
import { Clock } from '../kernel/clock.js';
import { digestOf } from '../kernel/digest.js';
import type { EvidenceDraft } from '../kernel/evidence.js';
import { isRefusal } from '../kernel/refusal.js';
import { type ResolvedUpstream, Upstreams } from '../vendors/upstreams.js';
import type { ModelTarget } from '../vendors/vendor.js';

const timeoutMs = 10_000;
const modelListBytesMax = 8 * 1024 * 1024;

export interface FallbackCheck {
  readonly healthy: boolean;
  readonly checkedAt: number;
  /** Null when the incumbent was not even asked. */
  readonly latencyMs: number | null;
  /** Why it is not healthy, in our own words. */
  readonly problem: string | null;
}

interface Probed {
  readonly latencyMs: number | null;
  readonly problem: string | null;
}

/** What a status says of a server that answered. Null: it answered as a healthy one does. */
function problemOfStatus(status: number, hasKey: boolean): string | null {
  if (status === 401 || status === 403) {
    // Without a key of ours each client brings its own, so a refusal proves that somebody is at home.
    return hasKey ? `the key was refused with status ${status}` : null;
  }
  return status < 400 ? null : `it answered with status ${status}`;
}

@Injectable()
export class FallbackProbe {
  constructor(
    @Inject(Upstreams) private readonly upstreams: Upstreams,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** Never rejects: an incumbent that cannot be asked is not healthy. */
  async check(incumbent: ModelTarget): Promise<FallbackCheck> {
    const { latencyMs, problem } = await this.probe(incumbent).catch((error: unknown) => ({
      latencyMs: null,
      problem: error instanceof Error ? error.message : 'it could not be asked',
    }));
    return { healthy: problem === null, checkedAt: this.clock.now(), latencyMs, problem };
  }

  private async probe(incumbent: ModelTarget): Promise<Probed> {
    const upstream = await this.upstreams.resolve(incumbent);
    if (isRefusal(upstream)) {
      return { latencyMs: null, problem: upstream.detail };
    }
    const { status, latencyMs, problem } = await this.listModels(upstream);
    const hasNoList = status === 404 || status === 405 || status === 501;
    return hasNoList ? this.askOneToken(incumbent) : { latencyMs, problem };
  }

  private async listModels(upstream: ResolvedUpstream): Promise<Probed & { readonly status: number | null }> {
    const outcome = await this.upstreams.dispatch(
      {
        upstream,
        method: 'GET',
        path: '/models',
        headers: { accept: 'application/json' },
        body: null,
        signal: AbortSignal.timeout(timeoutMs),
        responseBytesMax: modelListBytesMax,
        totalTimeoutMs: timeoutMs,
      },
      { onHead: () => undefined, onData: () => undefined },
    );
    const { status, latencyMs } = outcome;
    const isCutByUs = outcome.kind === 'failed' && outcome.reason === 'too-large';
    if (status === null || (outcome.kind === 'failed' && !isCutByUs)) {
      return { status, latencyMs, problem: outcome.kind === 'failed' ? `it was ${outcome.reason}` : 'no status came' };
    }
    const hasKey = Object.keys(upstream.headers).length > 0;
    return { status, latencyMs, problem: problemOfStatus(status, hasKey) };
  }

  private async askOneToken(target: ModelTarget): Promise<Probed> {
    const answer = await this.upstreams.ask({
      target,
      messages: [{ role: 'user', content: 'ping' }],
      timeoutMs,
      maxTokens: 1,
    });
    const problem = answer.kind === 'answer' ? null : `it failed to answer: ${answer.reason}`;
    return { latencyMs: answer.latencyMs, problem };
  }
}

/** Evidence of kind `fallback.check`. */
export function fallbackEvidence(incumbent: ModelTarget, check: FallbackCheck): EvidenceDraft {
  const { healthy, checkedAt, latencyMs, problem } = check;
  return {
    kind: 'fallback.check',
    source: 'measured',
    measuredAt: checkedAt,
    inputsDigest: digestOf({ incumbent, checkedAt }),
    methodVersion: 'fallback-check/1',
    outcome: healthy ? 'pass' : 'fail',
    value: { healthy, checkedAt, latencyMs, problem, vendor: incumbent.vendor, model: incumbent.model },
  };
}
