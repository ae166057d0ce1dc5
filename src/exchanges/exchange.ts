// One captured call: who answered it, how it went, what it used, and the bytes of both sides. Null is unknown.

export const arms = ['incumbent', 'candidate'] as const;
export type Arm = (typeof arms)[number];

export const routes = ['incumbent', 'candidate', 'fallback', 'shadow'] as const;
/** Why this call was made. `fallback`: the incumbent answered because the candidate had failed. */
export type Route = (typeof routes)[number];

export const exchangeOutcomes = [
  'ok',
  'incomplete',
  'client-closed',
  'upstream-error',
  'unreachable',
  'timeout',
] as const;
/** `incomplete`: the answer broke off. `upstream-error`: the vendor answered with a status of 400 or above. */
export type ExchangeOutcome = (typeof exchangeOutcomes)[number];

export interface ExchangeSummary {
  readonly id: string;
  readonly projectId: string;
  /** When the call came in, ms. */
  readonly at: number;
  /** Which attempt at the cutover the project was in; 0 before the first. */
  readonly attempt: number;
  readonly arm: Arm;
  readonly route: Route;
  readonly vendor: string;
  readonly modelAsked: string | null;
  readonly modelServed: string | null;
  /** The vendor's status; null when none came. */
  readonly status: number | null;
  readonly outcome: ExchangeOutcome;
  readonly streamed: boolean;
  /** Hash of the conversation or account that the split is dealt by; never the name itself. */
  readonly unitHash: string | null;
  /** Cached ones included. */
  readonly promptTokens: number | null;
  readonly cachedTokens: number | null;
  /** Reasoning ones included. */
  readonly completionTokens: number | null;
  readonly usageSource: 'provider' | 'estimated' | 'unknown';
  readonly costNanoUsd: number | null;
  readonly latencyMs: number;
  readonly firstByteMs: number | null;
  /** As below the base URL, without the query: `/chat/completions`. */
  readonly path: string;
  /** A body was longer than what is kept. */
  readonly truncated: boolean;
  readonly error: string | null;
  readonly tags: Readonly<Record<string, string>>;
  /** Which version of the vendor's terms held; it decides whether the answer may be trained on. */
  readonly termsVersion: string | null;
}

export interface Exchange extends ExchangeSummary {
  /** As the client sent it, secrets are in headers and those are not kept. Null when bodies are not captured. */
  readonly request: Buffer | null;
  /** As the vendor sent it; the ordered events of a stream. */
  readonly response: Buffer | null;
}
