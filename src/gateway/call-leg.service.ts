// What is told about one call while it runs: the headers that go back with the answer, the counters, and the capture of
// each attempt. One per call.
import { performance } from 'node:perf_hooks';
import type { Arm, ExchangeOutcome, Route } from '../exchanges/exchange.js';
import type { UpstreamOutcome } from '../vendors/upstreams.js';
import type { ModelTarget } from '../vendors/vendor.js';
import type { CapturedCall } from './capture/captured-call.js';
import { headerText } from './header-rules.js';
import type { IncomingCall } from './incoming-call.js';
import type { UpstreamAttempt } from './upstream-attempt.service.js';

/** Who is asked, as whom, and why. */
export interface Leg {
  readonly arm: Arm;
  readonly route: Route;
  readonly target: ModelTarget;
}

/** How an attempt ended. */
export interface LegEnd {
  readonly upstream: UpstreamOutcome;
  readonly outcome: ExchangeOutcome;
  readonly attempt: UpstreamAttempt;
}

/** Measures what Openward itself adds: all the time but that spent waiting for the client's body and the vendors. */
export class OverheadWatch {
  private waitedMs = 0;
  private waitingSince: number | null = null;

  constructor(private readonly startedAt: number) {}

  startWaiting(): void {
    this.waitingSince = performance.now();
  }

  stopWaiting(): void {
    if (this.waitingSince !== null) {
      this.waitedMs += performance.now() - this.waitingSince;
      this.waitingSince = null;
    }
  }

  elapsedMs(): number {
    const waitingMs = this.waitingSince === null ? 0 : performance.now() - this.waitingSince;
    return Math.max(0, performance.now() - this.startedAt - this.waitedMs - waitingMs);
  }
}

/** The headers that Openward adds to every answer that it passes on. */
export function ownHeaders(call: IncomingCall, leg: Leg, overheadMs: number): Record<string, string> {
  const model = call.chat === null ? null : leg.target.model;
  return {
    'x-openward-request-id': call.requestId,
    'x-openward-arm': leg.arm,
    'x-openward-route': leg.route,
    ...(model === null ? {} : { 'x-openward-model': headerText(model) }),
    'x-openward-overhead-ms': overheadMs.toFixed(3),
  };
}

function errorOf({ upstream, outcome, attempt }: LegEnd): string | null {
  if (upstream.kind === 'failed' && upstream.reason !== 'aborted') {
    return `${upstream.reason} in phase ${upstream.phase}: ${upstream.detail}`;
  }
  if (outcome === 'upstream-error') {
    return `status ${upstream.status}`;
  }
  if (outcome !== 'incomplete') {
    return null;
  }
  if (!attempt.isStream) {
    return 'the answer is not a chat completion';
  }
  return attempt.stream?.reportedError === true
    ? 'the stream reported an error'
    : 'the stream ended without [DONE] or a finish reason';
}

/** The record of one attempt; buffers are handed over, not copied. */
export function capturedLeg(
  id: string,
  { call, leg, end }: { call: IncomingCall; leg: Leg; end: LegEnd },
): CapturedCall {
  const { attempt, upstream } = end;
  return {
    id,
    call,
    ...leg,
    status: upstream.status,
    outcome: end.outcome,
    latencyMs: upstream.latencyMs,
    firstByteMs: upstream.firstByteMs,
    isStream: attempt.isStream,
    streamUsage: attempt.stream?.usage ?? null,
    response: attempt.kept.bytes === 0 ? null : attempt.kept.joined(),
    responseTruncated: attempt.kept.truncated,
    error: errorOf(end),
  };
}

/** The record of a call that was not made at all: nobody could be reached, or the breaker stood open. */
export function capturedRefusal(
  id: string,
  { call, leg, error }: { call: IncomingCall; leg: Leg; error: string },
): CapturedCall {
  return {
    id,
    call,
    ...leg,
    status: null,
    outcome: 'unreachable',
    latencyMs: 0,
    firstByteMs: null,
    isStream: false,
    streamUsage: null,
    response: null,
    responseTruncated: false,
    error,
  };
}
