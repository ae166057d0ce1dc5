// A refusal is an expected "no": it travels as a value from the place that decides to the door that answers.
// Bugs throw; refusals do not. Only platform/http knows which status a code has.

/** Every reason for which Openward may say no. Each is a documented problem type. */
export type RefusalCode =
  | 'bad-request'
  | 'unauthenticated'
  | 'forbidden'
  | 'not-found'
  | 'command-not-accepted'
  | 'gates-closed'
  | 'conflict'
  | 'stale-version'
  | 'precondition-required'
  | 'idempotency-key-missing'
  | 'idempotency-key-reused'
  | 'idempotency-in-progress'
  | 'evidence-changed'
  | 'cursor-expired'
  | 'payload-too-large'
  | 'unsupported-media-type'
  | 'too-many-requests'
  | 'upstream-unreachable'
  | 'store-unavailable'
  | 'shutting-down';

/** What stands in the way, in words and numbers that somebody can act on. `measured` null means not measured. */
export interface Blocker {
  readonly code: string;
  readonly text: string;
  readonly measured: number | string | null;
  readonly required: number | string | null;
  readonly remedy: string;
  readonly evidenceId: string | null;
}

/** One faulty field: `pointer` is a JSON Pointer into the body (RFC 6901), or the name of a header or query key. */
export interface FieldFault {
  readonly pointer: string;
  readonly reason: string;
}

export interface Refusal {
  readonly refused: true;
  readonly code: RefusalCode;
  /** A whole sentence: what happened and what to do. */
  readonly detail: string;
  readonly acceptedCommands?: readonly string[];
  readonly blockers?: readonly Blocker[];
  readonly fields?: readonly FieldFault[];
  /** The version the caller should have named. */
  readonly currentVersion?: number;
}

export function refusal(
  code: RefusalCode,
  detail: string,
  more: Omit<Partial<Refusal>, 'refused' | 'code' | 'detail'> = {},
): Refusal {
  return { refused: true, code, detail, ...more };
}

export function isRefusal(value: unknown): value is Refusal {
  return typeof value === 'object' && value !== null && (value as { refused?: unknown }).refused === true;
}
