import type { UpstreamFailure, UpstreamOutcome } from '../vendors/upstreams.js';
import { isCandidateFailure, outcomeOfCall } from './outcome-of-call.js';

const complete = (status: number): UpstreamOutcome => ({
  kind: 'complete',
  status,
  firstByteMs: 1,
  latencyMs: 2,
  bytes: 3,
});
const failed = (reason: UpstreamFailure, status: number | null): UpstreamOutcome => ({
  kind: 'failed',
  reason,
  phase: status === null ? 'first-byte' : 'body',
  status,
  firstByteMs: null,
  latencyMs: 2,
  bytes: 0,
  detail: 'x',
});
const plain = { streamEndedWell: null, readable: null };

describe('the outcome of a call', () => {
  it.each([
    ['a whole answer', { upstream: complete(200), ...plain }, 'ok'],
    ['a status of 400', { upstream: complete(400), ...plain }, 'upstream-error'],
    ['a status of 503', { upstream: complete(503), ...plain }, 'upstream-error'],
    ['a stream with its end', { upstream: complete(200), streamEndedWell: true, readable: null }, 'ok'],
    ['a stream without one', { upstream: complete(200), streamEndedWell: false, readable: null }, 'incomplete'],
    [
      'a page instead of a completion',
      { upstream: complete(200), streamEndedWell: null, readable: false },
      'incomplete',
    ],
    [
      'a stream begun with nonsense',
      { upstream: failed('aborted', 200), streamEndedWell: false, readable: false },
      'incomplete',
    ],
    ['a client that left', { upstream: failed('aborted', 200), ...plain }, 'client-closed'],
    ['nobody there', { upstream: failed('unreachable', null), ...plain }, 'unreachable'],
    ['silence', { upstream: failed('timeout', null), ...plain }, 'timeout'],
    ['a reset before the status', { upstream: failed('broken', null), ...plain }, 'unreachable'],
    ['a reset after it', { upstream: failed('broken', 200), ...plain }, 'incomplete'],
    ['an endless answer', { upstream: failed('too-large', 200), ...plain }, 'incomplete'],
  ] as const)('%s', (_, end, expected) => {
    expect(outcomeOfCall(end)).toBe(expected);
  });

  it.each([
    ['ok', 200, false],
    ['client-closed', 200, false],
    ['upstream-error', 400, false],
    ['upstream-error', 429, true],
    ['upstream-error', 500, true],
    ['upstream-error', 529, true],
    ['timeout', null, true],
    ['unreachable', null, true],
    ['incomplete', 200, true],
  ] as const)('%s with status %s is the candidate’s own failure: %s', (outcome, status, expected) => {
    expect(isCandidateFailure(outcome, status)).toBe(expected);
  });
});
