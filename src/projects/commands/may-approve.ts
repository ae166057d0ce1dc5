// May this person approve this gate run? Beside what the lifecycle itself asks (the very run, the very evidence, nobody
// who asked for it), the run must be fresh, the person new, and not the one who brought the evidence.
import type { Evidence } from '../../kernel/evidence.js';
import type { Policy } from '../../kernel/policy.js';
import { type Refusal, refusal } from '../../kernel/refusal.js';
import { type ApprovalRequest, approvalRefusal } from '../../lifecycle/approval-refusal.js';
import type { GateRun } from '../gate-run.js';
import type { Project } from '../project.js';

export interface ApprovalQuestion {
  readonly project: Project;
  readonly policy: Policy;
  readonly approval: ApprovalRequest['approval'];
  /** The run that the project waits on; null when there is none. */
  readonly run: GateRun | null;
  /** The evidence that the run was judged on. */
  readonly evidence: readonly Evidence[];
}

/** Null when nothing speaks against it. */
export function mayApprove({ project, policy, approval, run, evidence }: ApprovalQuestion): Refusal | null {
  const no = approvalRefusal({ snapshot: project.snapshot, policy, approval });
  if (no !== null) {
    return no;
  }
  if (run === null || approval.at >= run.expiresAt) {
    return refusal('evidence-changed', 'There is no fresh gate run to approve; ask for one with advance.');
  }
  if (project.snapshot.context.approvals.some((one) => one.person === approval.person)) {
    return refusal('conflict', 'You have approved this run already; it needs another person.');
  }
  const broughtIt = evidence.some((one) => one.source === 'declared' && one.recordedBy === approval.person);
  return broughtIt && policy.approvals.preventSelfReview
    ? refusal('forbidden', 'You brought evidence that this run stands on; another person must approve it.')
    : null;
}
