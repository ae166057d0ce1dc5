// Asks one arm on behalf of a call and passes the answer on: the body with the arm's model in it, the headers, the bytes
// as they come. What the attempt was is captured when it has ended.
import { Inject, Injectable } from '@nestjs/common';
import { IdSource } from '../kernel/ids.js';
import { isRefusal } from '../kernel/refusal.js';
import { Configuration } from '../platform/config/configuration.dto.js';
import { type UpstreamHead, Upstreams } from '../vendors/upstreams.js';
import {
  capturedLeg,
  capturedRefusal,
  type Leg,
  type LegEnd,
  type OverheadWatch,
  ownHeaders,
} from './call-leg.service.js';
import { CaptureQueue } from './capture/capture-queue.service.js';
import { type ClientAnswer, passedHead } from './client-answer.service.js';
import { type EditedBody, editRequestBody } from './dialect/edit-request-body.js';
import { GatewaySignals } from './gateway-signals.js';
import { streamHeaders } from './header-rules.js';
import type { IncomingCall } from './incoming-call.js';
import { type AnswerSink, UpstreamAttempt } from './upstream-attempt.service.js';

/** One call with the client that waits for it. */
export interface LiveCall {
  readonly call: IncomingCall;
  readonly client: ClientAnswer;
  readonly overhead: OverheadWatch;
}

/** Null: the arm could not even be asked. */
export type ArmAnswer = LegEnd | null;

/** The request for one arm: the bytes as they came, but for the model and what makes a stream tell its usage. */
export function bodyFor(call: IncomingCall, leg: Leg): EditedBody | null {
  if (call.body === null) {
    return null;
  }
  return call.chat === null
    ? { body: call.body, usageAdded: false }
    : editRequestBody(call.body, call.chat, leg.target.model);
}

/** Without the usage chunk the answer is shorter than its vendor may have announced. */
function withoutLength(headers: UpstreamHead['headers'], usageAdded: boolean): UpstreamHead['headers'] {
  const { 'content-length': length, ...others } = headers;
  return usageAdded || length === undefined ? others : headers;
}

@Injectable()
export class AskArm {
  constructor(
    @Inject(Upstreams) private readonly upstreams: Upstreams,
    @Inject(CaptureQueue) private readonly captures: CaptureQueue,
    @Inject(IdSource) private readonly ids: IdSource,
    @Inject(GatewaySignals) private readonly signals: GatewaySignals,
    @Inject(Configuration) private readonly configuration: Pick<Configuration, 'gateway'>,
  ) {}

  /** @param mustProve nothing is sent to the client before the answer is known to be good */
  async ask(live: LiveCall, leg: Leg, mustProve: boolean): Promise<ArmAnswer> {
    const upstream = await this.upstreams.resolve(leg.target);
    if (isRefusal(upstream)) {
      this.captureUnasked(live.call, leg, upstream.detail);
      return null;
    }
    const { call, client, overhead } = live;
    const edited = bodyFor(call, leg);
    const abort = new AbortController();
    client.whenGone(() => abort.abort());
    const attempt = new UpstreamAttempt({
      sink: this.sinkFor(live, leg, edited?.usageAdded === true),
      isChat: call.chat !== null,
      asksForStream: call.chat?.streamed === true,
      mustProve,
      withholdsUsage: edited?.usageAdded === true,
      keptBytesMax: this.configuration.gateway.captureBodyBytesMax,
      abort: () => abort.abort(),
    });
    const { candidateFirstByteTimeoutMs } = this.configuration.gateway;
    const request = {
      ...{ upstream, method: call.method, path: call.path.full, headers: call.headers },
      // Where somebody else could still answer, nobody waits for one that hangs.
      ...(mustProve && { firstByteTimeoutMs: candidateFirstByteTimeoutMs }),
    };
    overhead.startWaiting();
    const ended = await this.upstreams.dispatch(
      { ...request, body: edited?.body ?? null, signal: abort.signal },
      attempt,
    );
    overhead.stopWaiting();
    const end = { upstream: ended, outcome: attempt.settle(ended), attempt };
    this.captures.call(capturedLeg(this.ids.next('exc'), { call, leg, end }));
    return end;
  }

  /** The candidate that was not asked counts as one that failed: its units were dealt to it all the same. */
  captureUnasked(call: IncomingCall, leg: Leg, error: string): void {
    this.captures.call(capturedRefusal(this.ids.next('exc'), { call, leg, error }));
  }

  private sinkFor({ call, client, overhead }: LiveCall, leg: Leg, usageAdded: boolean): AnswerSink {
    return {
      begin: (head, isStream) => {
        const overheadMs = overhead.elapsedMs();
        const passed = passedHead(
          { status: head.status, headers: { ...withoutLength(head.headers, usageAdded && isStream) } },
          ownHeaders(call, leg, overheadMs),
        );
        client.begin(isStream ? { ...passed, headers: streamHeaders(passed.headers) } : passed);
        this.signals.answered({ arm: leg.arm, route: leg.route, status: head.status, overheadMs });
      },
      write: (bytes, flow) => client.write(bytes, flow),
    };
  }
}
