// May this person approve this gate run? The machine counts persons and compares runs; that nobody approves what he asked
// for himself depends on the policy, so it is asked here, before the event is sent.
import type { Policy } from '../kernel/policy.js';
import { systemActor } from '../kernel/principal.js';
import type { Refusal } from '../kernel/refusal.js';
import { refusal } from '../kernel/refusal.js';
import type { CommandEvent } from './lifecycle-event.js';
import type { StoredSnapshot } from './snapshot.js';

export interface ApprovalRequest {
  readonly snapshot: StoredSnapshot;
  readonly policy: Policy;
  readonly approval: Extract<CommandEvent, { type: 'APPROVE' }>;
}

/**
 * `forbidden` for Openward itself and, where the policy forbids self-review, for whoever asked for the gate or owns the
 * training run; `evidence-changed` where the approval names another run or other evidence; `null` where nothing objects.
 */
export function approvalRefusal({ snapshot, policy, approval }: ApprovalRequest): Refusal | null {
  const { context } = snapshot;
  if (approval.person === systemActor) {
    return refusal('forbidden', 'Openward never approves its own judgement; a person must.');
  }
  if (
    policy.approvals.preventSelfReview &&
    (approval.person === context.gateRequestedBy || approval.person === context.jobOwner)
  ) {
    const part = approval.person === context.gateRequestedBy ? 'asked for this gate' : 'owns the training run';
    return refusal('forbidden', `${approval.person} ${part}, and the policy wants another pair of eyes.`);
  }
  if (context.gateRunId === null) {
    return null;
  }
  return approval.gateRunId !== context.gateRunId || approval.evidenceDigest !== context.evidenceDigest
    ? refusal(
        'evidence-changed',
        `The evidence changed: the current gate run is ${context.gateRunId}. Read it and approve that one.`,
      )
    : null;
}
