// The headers of a status answer, the same at both doors that give it.

/** Headers as names and values in turn, as a bare server takes them. */
export type FlatHeaders = readonly string[];

/** Seconds that a poller should let pass; a status changes by steps that take hours, and a 304 costs next to nothing. */
const pollIntervalSeconds = 10;

/** Store it, but ask again each time: it is private data that must never be shown stale. */
export const pollHeaders: Readonly<Record<string, string>> = {
  'cache-control': 'private, no-cache',
  vary: 'Authorization, Accept-Encoding',
  'x-poll-interval': String(pollIntervalSeconds),
};

export const jsonType = 'application/json; charset=utf-8';

/**
 * What a JSON answer needs to be safe in a browser (OWASP REST Security Cheat Sheet). The longer set of the other answers
 * is for pages; here it would be more than the document itself.
 */
const contentHeaders: Readonly<Record<string, string>> = {
  'content-type': jsonType,
  'content-security-policy': "default-src 'none';frame-ancestors 'none'",
  'cross-origin-resource-policy': 'same-origin',
  'strict-transport-security': 'max-age=31536000; includeSubDomains',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
};

/** What every answer with a document carries, beside its own ETag, length and request id. */
export const changedHeaders: Readonly<Record<string, string>> = { ...contentHeaders, ...pollHeaders };

/** The same for a 304, which has no content to protect: the caller keeps the headers of the answer that it holds. */
export const unchangedHeaders = pollHeaders;

/** Headers that the process sets on answers of every kind and that a status answer goes without. */
export const leftOutHeaders = [
  'cross-origin-opener-policy',
  'origin-agent-cluster',
  'referrer-policy',
  'x-dns-prefetch-control',
  'x-download-options',
  'x-permitted-cross-domain-policies',
  'x-xss-protection',
  ...Object.keys(contentHeaders),
] as const;

export function flatHeaders(headers: Readonly<Record<string, string>>): FlatHeaders {
  return Object.entries(headers).flat();
}

/** How the route is called in the metrics, whichever door answers. */
export const statusRoute = '/v1/projects/:projectId/status';
