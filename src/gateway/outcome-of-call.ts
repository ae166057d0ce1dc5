// How did a call end, in the words of an exchange? And may another arm still answer it?
import type { ExchangeOutcome } from '../exchanges/exchange.js';
import type { UpstreamOutcome } from '../vendors/upstreams.js';

export interface CallEnd {
  readonly upstream: UpstreamOutcome;
  /** For a chat stream: whether its end was announced and no error was. Null for anything else. */
  readonly streamEndedWell: boolean | null;
  /** For an answer that has to be a chat completion: whether it is one. Null where any answer will do. */
  readonly readable: boolean | null;
}

export function outcomeOfCall({ upstream, streamEndedWell, readable }: CallEnd): ExchangeOutcome {
  if (upstream.kind === 'complete') {
    if (upstream.status >= 400) {
      return 'upstream-error';
    }
    return streamEndedWell === false || readable === false ? 'incomplete' : 'ok';
  }
  switch (upstream.reason) {
    case 'aborted':
      // An answer that nobody could read was broken off by the gateway itself, not by the client.
      return readable === false ? 'incomplete' : 'client-closed';
    case 'unreachable':
    case 'timeout':
      return upstream.reason;
    case 'broken':
    case 'too-large':
      return upstream.status === null ? 'unreachable' : 'incomplete';
  }
}

const tooManyRequests = 429;
const serverErrorMin = 500;

/**
 * Whether the candidate failed the call itself, so that the incumbent should answer. A request that the candidate
 * refuses as wrong (400, 413, ...) is answered with that refusal: it is the caller's to see.
 */
export function isCandidateFailure(outcome: ExchangeOutcome, status: number | null): boolean {
  if (outcome === 'upstream-error') {
    return status === null || status >= serverErrorMin || status === tooManyRequests;
  }
  return outcome !== 'ok' && outcome !== 'client-closed';
}
