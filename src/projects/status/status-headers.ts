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
const constantNames = new Set([
  ...Object.keys(pollHeaders),
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
]);

/** The constant part of an answer that took the long way, so that the short way gives the same. */
export function answerHeaders(given: Readonly<Record<string, unknown>>): AnswerHeaders {
  const unchanged = Object.entries(given)
    .filter(([name, value]) => constantNames.has(name) && typeof value === 'string')
    .flatMap(([name, value]) => [name, String(value)]);
  return { unchanged, changed: [...unchanged, 'content-type', jsonType] };
}
