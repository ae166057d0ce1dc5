// The headers of a status answer, the same at both doors that give it.

/** Seconds that a poller should let pass; a status changes by steps that take hours, and a 304 costs next to nothing. */
const pollIntervalSeconds = 10;

/** Store it, but ask again each time: it is private data that must never be shown stale. */
export const pollHeaders: Readonly<Record<string, string>> = {
  'cache-control': 'private, no-cache',
  vary: 'Authorization, Accept-Encoding',
  'x-poll-interval': String(pollIntervalSeconds),
};

export const jsonType = 'application/json; charset=utf-8';

/** How the route is called in the metrics, whichever door answers. */
export const statusRoute = '/v1/projects/:projectId/status';

/** Headers of an answer as names and values in turn, as a bare server takes them. */
export type FlatHeaders = readonly string[];

/** What every status answer carries alike; what differs from answer to answer is added to it. */
export interface AnswerHeaders {
  readonly changed: FlatHeaders;
  readonly unchanged: FlatHeaders;
}

/** The security headers, which the process sets on every answer alike. */
export const securityNames = [
  'content-security-policy',
  'cross-origin-opener-policy',
  'cross-origin-resource-policy',
  'origin-agent-cluster',
  'referrer-policy',
  'strict-transport-security',
  'x-content-type-options',
  'x-dns-prefetch-control',
  'x-download-options',
  'x-frame-options',
  'x-permitted-cross-domain-policies',
  'x-xss-protection',
] as const;

const flatPollHeaders: FlatHeaders = Object.entries(pollHeaders).flat();

/**
 * The constant part of answers, from one that took the long way, so that the short way gives the same. A 304 goes without
 * the security headers: it has no content, and the caller keeps those of the answer that it holds (RFC 9110, 15.4.5).
 */
export function answerHeaders(given: Readonly<Record<string, unknown>>): AnswerHeaders {
  const security = securityNames.flatMap((name) => {
    const value = given[name];
    return typeof value === 'string' ? [name, value] : [];
  });
  return { unchanged: flatPollHeaders, changed: [...security, ...flatPollHeaders, 'content-type', jsonType] };
}
