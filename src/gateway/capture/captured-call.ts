// From a call that has ended to the exchange that is stored. Reading and pricing happen here, after the answer has gone
// out. What the provider did not say stays unknown.
import type { Arm, Exchange, ExchangeOutcome, Route } from '../../exchanges/exchange.js';
import { sha256Hex } from '../../kernel/digest.js';
import { isWithinShare, stickyFraction } from '../../kernel/sticky-hash.js';
import type { ModelTarget } from '../../vendors/vendor.js';
import { readPlainAnswer, readStreamedAnswer } from '../dialect/read-answer.js';
import type { ReportedUsage } from '../dialect/token-usage.js';
import type { IncomingCall } from '../incoming-call.js';

/** What is known when a call ends; holds buffers as they came, nothing parsed yet. */
export interface CapturedCall {
  readonly id: string;
  readonly call: IncomingCall;
  readonly arm: Arm;
  readonly route: Route;
  readonly target: ModelTarget;
  readonly status: number | null;
  readonly outcome: ExchangeOutcome;
  readonly latencyMs: number;
  readonly firstByteMs: number | null;
  /** The answer was a stream of events that can be read. */
  readonly isStream: boolean;
  /** Of a stream, seen as it passed: it holds even where the copy was cut. */
  readonly streamUsage: ReportedUsage | null;
  readonly response: Buffer | null;
  readonly responseTruncated: boolean;
  /** In our own words; never the vendor's. */
  readonly error: string | null;
}

export interface PricedReading {
  readonly usage: ReportedUsage | null;
  readonly modelServed: string | null;
}

/** What the answer itself says about its use. */
export function readCaptured(captured: CapturedCall): PricedReading {
  if (captured.response === null) {
    return { usage: captured.streamUsage, modelServed: null };
  }
  const reading = captured.isStream ? readStreamedAnswer(captured.response) : readPlainAnswer(captured.response);
  return { usage: captured.streamUsage ?? reading.usage, modelServed: reading.modelServed };
}

/**
 * Whether the bodies of this call are kept: the caller did not opt out, the project keeps bodies, and the call's unit
 * falls into the captured share. Sampled by unit, so that conversations are kept whole.
 */
export function keepsBodies({ plan, controls, unit, requestId }: IncomingCall): boolean {
  const fraction = stickyFraction(`${plan.projectId}/capture`, unit ?? requestId);
  return controls.keepBodies && plan.captureBodies && isWithinShare(fraction, plan.captureShare);
}

/** Names of accounts are not kept; the hash differs per project, so that units cannot be followed across projects. */
function unitHash({ plan, unit }: IncomingCall): string | null {
  return unit === null ? null : sha256Hex(`${plan.projectId}:${unit}`);
}

export interface Stored {
  readonly reading: PricedReading;
  readonly costNanoUsd: number | null;
  readonly bodyBytesMax: number;
  /** Null: no version of the vendor's terms on file held then. */
  readonly termsVersion: string | null;
}

export function exchangeOf(
  captured: CapturedCall,
  { reading, costNanoUsd, bodyBytesMax, termsVersion }: Stored,
): Exchange {
  const { call, target } = captured;
  const keeps = keepsBodies(call) && call.chat !== null;
  const request = keeps && call.body !== null ? call.body.subarray(0, bodyBytesMax) : null;
  const requestCut = request !== null && request.length < (call.body?.length ?? 0);
  return {
    id: captured.id,
    projectId: call.plan.projectId,
    at: call.at,
    attempt: call.plan.attempt,
    arm: captured.arm,
    route: captured.route,
    vendor: target.vendor,
    modelAsked: call.chat === null ? null : target.model,
    modelServed: reading.modelServed,
    status: captured.status,
    outcome: captured.outcome,
    streamed: captured.isStream || call.chat?.streamed === true,
    unitHash: unitHash(call),
    promptTokens: reading.usage?.promptTokens ?? null,
    cachedTokens: reading.usage?.cachedTokens ?? null,
    completionTokens: reading.usage?.completionTokens ?? null,
    usageSource: reading.usage === null ? 'unknown' : 'provider',
    costNanoUsd,
    latencyMs: captured.latencyMs,
    firstByteMs: captured.firstByteMs,
    path: call.path.bare,
    request,
    response: keeps ? captured.response : null,
    truncated: keeps && (requestCut || captured.responseTruncated),
    error: captured.error,
    tags: call.controls.tags,
    termsVersion,
  };
}
