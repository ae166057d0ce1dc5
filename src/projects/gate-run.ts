// One judgement of a gate, kept as it was judged. Never edited: new evidence makes a new run.
import type { GateName } from '../kernel/policy.js';
import type { GateJudgement } from '../lifecycle/judge-gate.js';

export interface GateRun extends GateJudgement {
  readonly id: string;
  readonly projectId: string;
  readonly gate: GateName;
  readonly attempt: number;
  readonly requestedBy: string;
  readonly approvalsRequired: number;
  readonly evaluatedAt: number;
  readonly expiresAt: number;
}

export interface ApprovalRecord {
  readonly id: string;
  readonly projectId: string;
  readonly gateRunId: string;
  readonly person: string;
  readonly decision: 'approved' | 'declined' | 'overridden';
  readonly comment: string;
  readonly evidenceDigest: string;
  readonly at: number;
  readonly expiresAt: number;
}
