// Who may let a change in. Four eyes count persons: whoever brought the document does not let its doubtful parts in, and a
// doubtful part is never let in without a reason.
import type { Principal } from '../../kernel/principal.js';
import { type Refusal, refusal } from '../../kernel/refusal.js';
import type { Refresh, RefreshChange } from './refresh.js';

export interface WantedDecision {
  readonly refresh: Refresh;
  readonly by: Pick<Principal, 'person'>;
  readonly reason: string | null;
}

const reasonLengthMin = 10;

function hasReason(reason: string | null): boolean {
  return reason !== null && reason.trim().length >= reasonLengthMin;
}

function needsOtherEyes({ refresh, by, reason }: WantedDecision, what: string): Refusal | null {
  if (refresh.createdBy === by.person) {
    return refusal('forbidden', `${what} must be approved by somebody other than ${by.person}, who brought it.`);
  }
  return hasReason(reason)
    ? null
    : refusal('bad-request', `${what} needs a reason of at least ${reasonLengthMin} characters.`, {
        fields: [{ pointer: '/reason', reason: 'must say why this is right' }],
      });
}

function isOpen({ id, state }: Refresh): Refusal | null {
  return state === 'pending' ? null : refusal('conflict', `The refresh ${id} is ${state}: nothing waits in it.`);
}

/** Null: they may. */
export function mayApproveClean(wanted: WantedDecision): Refusal | null {
  const { refresh } = wanted;
  return isOpen(refresh) ?? (refresh.hold === null ? null : needsOtherEyes(wanted, 'A refresh that is held'));
}

function stillWaits({ number, state }: RefreshChange): Refusal | null {
  return state === 'waiting' ? null : refusal('conflict', `The change ${number} is ${state} already.`);
}

/** Null: they may. */
export function mayApproveChange(wanted: WantedDecision, change: RefreshChange): Refusal | null {
  const isDoubtful = change.verdict === 'quarantined' || wanted.refresh.hold !== null;
  return (
    isOpen(wanted.refresh) ??
    stillWaits(change) ??
    (isDoubtful ? needsOtherEyes(wanted, `Change ${change.number}, which is held,`) : null)
  );
}

/** Null: they may. Whoever brought a document may take it back. */
export function mayReject({ refresh, reason }: WantedDecision, change: RefreshChange | null): Refusal | null {
  const why = hasReason(reason)
    ? null
    : refusal('bad-request', `A rejection needs a reason of at least ${reasonLengthMin} characters.`, {
        fields: [{ pointer: '/reason', reason: 'must say why this is wrong' }],
      });
  return isOpen(refresh) ?? (change === null ? null : stillWaits(change)) ?? why;
}
