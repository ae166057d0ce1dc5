// The port through which every call to a model leaves the house: resolved, bounded in time and size, never redirected.
// What went wrong is classified by what the caller may do next: nothing reached the vendor (`unreachable`), it took too
// long (`timeout`), it broke off (`broken`), it said too much (`too-large`), or we gave up ourselves (`aborted`).
import type { Refusal } from '../kernel/refusal.js';
import type { ModelTarget } from './vendor.js';

/** A target that was looked up and checked: ready to be called. Holds a secret in `headers`: never log it. */
export interface ResolvedUpstream {
  readonly vendor: string;
  readonly model: string;
  /** Without a slash at its end. */
  readonly baseUrl: string;
  /** What opens the door, e.g. `authorization`; replaces a header of the same name in the request. */
  readonly headers: Readonly<Record<string, string>>;
}

/** Lower-case names; a header that came several times has a list. */
export type UpstreamHeaders = Readonly<Record<string, string | readonly string[]>>;

export interface UpstreamRequest {
  readonly upstream: ResolvedUpstream;
  readonly method: string;
  /** Appended to the base URL, query included: `/chat/completions`. */
  readonly path: string;
  readonly headers: UpstreamHeaders;
  readonly body: Buffer | null;
  /** Aborting it ends the call at once and frees the connection. */
  readonly signal: AbortSignal;
  /** Answers above this are broken off as `too-large`. Default 64 MiB. */
  readonly responseBytesMax?: number;
  /** Shortens (never lengthens) the configured total time. */
  readonly totalTimeoutMs?: number;
  /** Shortens (never lengthens) the configured time to the first byte. */
  readonly firstByteTimeoutMs?: number;
}

export interface UpstreamHead {
  readonly status: number;
  readonly headers: UpstreamHeaders;
  /** From dispatch to the last header. */
  readonly latencyMs: number;
}

/** Lets the receiver slow the vendor down: while paused nothing is read from its connection and no idle time runs. */
export interface UpstreamFlow {
  pause(): void;
  resume(): void;
}

/** Hears the answer as it comes. Neither method may throw; a throw breaks the call off as `broken`. */
export interface UpstreamReceiver {
  /** At most once, before any data. */
  onHead(head: UpstreamHead, flow: UpstreamFlow): void;
  /** The bytes as they came, not copied: keep the buffer, do not change it. */
  onData(chunk: Buffer): void;
}

export type UpstreamFailure = 'unreachable' | 'timeout' | 'broken' | 'too-large' | 'aborted';

export interface CompleteAnswer {
  readonly kind: 'complete';
  readonly status: number;
  /** From dispatch to the first byte of the body; null for an empty body. */
  readonly firstByteMs: number | null;
  readonly latencyMs: number;
  readonly bytes: number;
}

export interface FailedAnswer {
  readonly kind: 'failed';
  readonly reason: UpstreamFailure;
  /** How far it came: `connect` (nothing was sent), `first-byte` (sent, no body yet), `body` (part of it came). */
  readonly phase: 'connect' | 'first-byte' | 'body';
  /** Null when no status line came. */
  readonly status: number | null;
  readonly firstByteMs: number | null;
  readonly latencyMs: number;
  readonly bytes: number;
  /** For our own log and ledger. Never the vendor's words, never shown to a caller of the gateway. */
  readonly detail: string;
}

/** How a call ended, whatever the status: a 500 that came whole is `complete`. */
export type UpstreamOutcome = CompleteAnswer | FailedAnswer;

export interface ChatMessage {
  readonly role: 'system' | 'user' | 'assistant';
  readonly content: string;
}

export interface Question {
  readonly target: ModelTarget;
  readonly messages: readonly ChatMessage[];
  readonly timeoutMs: number;
  readonly maxTokens?: number;
}

/** Token counts and the served model are null when the vendor did not report them. */
export type Answer =
  | {
      readonly kind: 'answer';
      readonly text: string;
      readonly promptTokens: number | null;
      readonly cachedTokens: number | null;
      readonly completionTokens: number | null;
      readonly modelServed: string | null;
      readonly latencyMs: number;
    }
  | {
      readonly kind: 'failure';
      readonly reason: 'unreachable' | 'timeout' | 'status' | 'malformed';
      readonly status: number | null;
      readonly detail: string;
      readonly latencyMs: number;
    };

export abstract class Upstreams {
  /** Refuses with `not-found` (no such vendor) or `upstream-unreachable` (its address or its key cannot be used). */
  abstract resolve(target: ModelTarget): Promise<ResolvedUpstream | Refusal>;
  /** Never rejects. Resolves once, when the answer has come whole or has failed. Does not retry. */
  abstract dispatch(request: UpstreamRequest, receiver: UpstreamReceiver): Promise<UpstreamOutcome>;
  /** One question, one whole answer, not streamed. Never rejects. Asks for temperature 0. */
  abstract ask(question: Question): Promise<Answer>;
}
