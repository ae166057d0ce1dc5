// Which status each refusal has and what it means: the documented problem types of RFC 9457.
import type { RefusalCode } from '../../kernel/refusal.js';

export interface ProblemType {
  readonly status: number;
  readonly title: string;
  /** What a caller should do. */
  readonly advice: string;
}

export const problemTypes: Readonly<Record<RefusalCode, ProblemType>> = {
  'bad-request': {
    status: 400,
    title: 'The request is malformed',
    advice: 'Correct the fields listed in `errors` and send it again.',
  },
  unauthenticated: {
    status: 401,
    title: 'Who are you?',
    advice: 'Send a valid, unexpired token as `Authorization: Bearer owd_…`.',
  },
  forbidden: {
    status: 403,
    title: 'Not allowed',
    advice:
      'Ask somebody who holds one of the roles that the operation lists, or another person where four eyes count.',
  },
  'not-found': {
    status: 404,
    title: 'Not found',
    advice: 'Check the address, and that your token may see the project.',
  },
  'command-not-accepted': {
    status: 409,
    title: 'The command is not accepted now',
    advice: 'See `acceptedCommands` for what is, and `blockers` for what stands in the way.',
  },
  'gates-closed': {
    status: 409,
    title: 'A gate is closed',
    advice: 'Each blocker says what was measured, what is required and how to get there.',
  },
  conflict: {
    status: 409,
    title: 'It conflicts with what is there',
    advice: 'Read the current state and decide again.',
  },
  'stale-version': {
    status: 412,
    title: 'You looked at an older version',
    advice: 'Read the project again; `currentVersion` is its version now.',
  },
  'precondition-required': {
    status: 428,
    title: 'A precondition is required',
    advice: 'Send `If-Match` with the version that you looked at.',
  },
  'idempotency-key-missing': {
    status: 400,
    title: 'An Idempotency-Key is required',
    advice: 'Send a fresh `Idempotency-Key` for each new command, and the same one when you repeat it.',
  },
  'idempotency-key-reused': {
    status: 422,
    title: 'The Idempotency-Key belongs to another request',
    advice: 'Use a fresh key: this one was sent with other content.',
  },
  'idempotency-in-progress': {
    status: 409,
    title: 'The same request is still running',
    advice: 'Wait a moment and repeat it with the same key.',
  },
  'evidence-changed': {
    status: 409,
    title: 'The evidence is not the one you saw',
    advice: 'Read the newest gate run and decide on that.',
  },
  'cursor-expired': {
    status: 410,
    title: 'The cursor has expired',
    advice: 'Read the snapshot at `/v1/status` and go on from its cursor.',
  },
  'payload-too-large': { status: 413, title: 'The body is too large', advice: 'Send it in smaller parts.' },
  'unsupported-media-type': {
    status: 415,
    title: 'The content type is not supported',
    advice: 'See the operation in `/docs` for the content types that it takes.',
  },
  'too-many-requests': { status: 429, title: 'Too many at once', advice: 'Wait as long as `Retry-After` says.' },
  'upstream-unreachable': {
    status: 502,
    title: 'The vendor could not be reached',
    advice: 'Check the vendor’s address and key; nothing was changed.',
  },
  'store-unavailable': {
    status: 503,
    title: 'The store does not answer',
    advice: 'Nothing was acknowledged. Repeat with the same Idempotency-Key.',
  },
  'shutting-down': { status: 503, title: 'The service is stopping', advice: 'Repeat it in a moment.' },
};
