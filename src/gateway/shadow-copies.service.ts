// Sends copies of answered calls to the candidate, compares, and stores what was seen. Nobody waits for it: its own
// deadline, its own bound on copies under way, its own bound on bytes. Its answers go nowhere, so tool calls in them
// are never carried out.
import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { Clock } from '../kernel/clock.js';
import { IdSource } from '../kernel/ids.js';
import { isRefusal } from '../kernel/refusal.js';
import { Configuration } from '../platform/config/configuration.dto.js';
import { Upstreams } from '../vendors/upstreams.js';
import type { ModelTarget } from '../vendors/vendor.js';
import { bodyFor } from './ask-arm.service.js';
import { capturedLeg, capturedRefusal, type Leg, type LegEnd } from './call-leg.service.js';
import { CaptureQueue } from './capture/capture-queue.service.js';
import { keepsBodies } from './capture/captured-call.js';
import { answersAgree } from './compare-answers.js';
import { type AnswerReading, readPlainAnswer, readStreamedAnswer } from './dialect/read-answer.js';
import { GatewaySignals } from './gateway-signals.js';
import type { IncomingCall } from './incoming-call.js';
import { UpstreamAttempt } from './upstream-attempt.service.js';

const nowhere = { begin: () => undefined, write: () => undefined };
const shadowBytesMax = 4 * 1024 * 1024;

function readAnswer({ attempt }: LegEnd): AnswerReading {
  const bytes = attempt.kept.joined();
  return attempt.isStream ? readStreamedAnswer(bytes) : readPlainAnswer(bytes);
}

@Injectable()
export class ShadowCopies implements OnApplicationShutdown {
  private readonly underWay = new Set<AbortController>();

  constructor(
    @Inject(Upstreams) private readonly upstreams: Upstreams,
    @Inject(CaptureQueue) private readonly captures: CaptureQueue,
    @Inject(IdSource) private readonly ids: IdSource,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(GatewaySignals) private readonly signals: GatewaySignals,
    @Inject(Configuration) private readonly configuration: Pick<Configuration, 'gateway'>,
  ) {}

  /** Returns at once; the copy runs by itself, or is dropped and counted when too many do. */
  mirror(call: IncomingCall, incumbent: LegEnd): void {
    const { candidate } = call.plan;
    if (candidate === null) {
      return;
    }
    if (this.underWay.size >= this.configuration.gateway.shadowConcurrencyMax) {
      this.signals.dropped('shadow-busy', 1);
      return;
    }
    const abort = new AbortController();
    this.underWay.add(abort);
    this.copy({ call, incumbent, target: candidate, abort })
      .catch((error: unknown) => this.signals.troubled(error, 'a shadow copy could not be made'))
      .finally(() => this.underWay.delete(abort));
  }

  onApplicationShutdown(): void {
    for (const abort of this.underWay) {
      abort.abort();
    }
  }

  private async copy(copy: {
    call: IncomingCall;
    incumbent: LegEnd;
    target: ModelTarget;
    abort: AbortController;
  }): Promise<void> {
    const { call, incumbent, abort } = copy;
    const leg: Leg = { arm: 'candidate', route: 'shadow', target: copy.target };
    const upstream = await this.upstreams.resolve(leg.target);
    if (isRefusal(upstream)) {
      this.captures.call(capturedRefusal(this.ids.next('exc'), { call, leg, error: upstream.detail }));
      this.pairUp(call, incumbent, null);
      return;
    }
    const attempt = new UpstreamAttempt({
      sink: nowhere,
      isChat: true,
      asksForStream: call.chat?.streamed === true,
      mustProve: true,
      withholdsUsage: false,
      keptBytesMax: this.configuration.gateway.captureBodyBytesMax,
      abort: () => abort.abort(),
    });
    const ended = await this.upstreams.dispatch(
      {
        upstream,
        method: call.method,
        path: call.path.full,
        headers: call.headers,
        body: bodyFor(call, leg)?.body ?? null,
        signal: abort.signal,
        responseBytesMax: shadowBytesMax,
        totalTimeoutMs: this.configuration.gateway.shadowTimeoutMs,
      },
      attempt,
    );
    const end = { upstream: ended, outcome: attempt.settle(ended), attempt };
    if (end.outcome === 'client-closed') {
      // Only a shutdown ends a copy from our side: nothing was learnt of the candidate.
      this.signals.dropped('shutdown', 1);
      return;
    }
    this.captures.call(capturedLeg(this.ids.next('exc'), { call, leg, end }));
    this.pairUp(call, incumbent, end);
  }

  private pairUp(call: IncomingCall, incumbent: LegEnd, candidate: LegEnd | null): void {
    const hasAnswer = candidate?.outcome === 'ok';
    const incumbentText = incumbent.attempt.kept.truncated ? null : readAnswer(incumbent).text;
    const candidateText = hasAnswer ? readAnswer(candidate).text : null;
    const keeps = keepsBodies(call);
    const comparable = hasAnswer && !candidate.attempt.kept.truncated;
    const agree = comparable ? answersAgree(incumbentText, candidateText) : null;
    this.captures.pair({
      id: this.ids.next('exc'),
      projectId: call.plan.projectId,
      attempt: call.plan.attempt,
      at: this.clock.now(),
      agree,
      candidateFailed: !hasAnswer,
      incumbentAnswer: keeps ? incumbentText : null,
      candidateAnswer: keeps ? candidateText : null,
      candidateLatencyMs: candidate?.upstream.latencyMs ?? null,
      failure: hasAnswer ? (agree === null ? 'no text to compare' : null) : (candidate?.outcome ?? 'unreachable'),
    });
  }
}
