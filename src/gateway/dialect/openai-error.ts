// Errors that Openward itself answers on the gateway, in the shape that every client of the OpenAI dialect reads:
// {error: {message, type, param, code}}. Errors of the vendor pass through and never come here.

export interface GatewayFault {
  readonly status: number;
  readonly type: 'invalid_request_error' | 'authentication_error' | 'permission_error' | 'api_error';
  /** Stable, machine-readable. */
  readonly code: string;
  /** A whole sentence: what happened and what to do. Never an inner service's own words. */
  readonly message: string;
  readonly param: string | null;
}

export function openAiErrorBody({ message, type, param, code }: GatewayFault): string {
  return JSON.stringify({ error: { message, type, param, code } });
}

export function invalidRequest(
  status: number,
  code: string,
  fault: { message: string; param: string | null },
): GatewayFault {
  return { status, type: 'invalid_request_error', code, ...fault };
}

/** The incumbent gave no answer that could be passed on. */
export function upstreamFault(reason: 'unreachable' | 'timeout' | 'cut', vendor: string): GatewayFault {
  const said = {
    unreachable: { status: 502, code: 'upstream_unreachable', message: `The vendor ${vendor} could not be reached.` },
    timeout: { status: 504, code: 'upstream_timeout', message: `The vendor ${vendor} did not answer in time.` },
    cut: { status: 502, code: 'upstream_incomplete', message: `The vendor ${vendor} broke off its answer.` },
  }[reason];
  return {
    ...said,
    message: `${said.message} Try again; the vendor's own status page may say more.`,
    type: 'api_error',
    param: null,
  };
}
