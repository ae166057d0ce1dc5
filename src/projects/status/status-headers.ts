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
