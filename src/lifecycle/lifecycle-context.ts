// What the machine remembers beside its state. Plain JSON: no Date, no undefined, no class; it must survive a round trip
// through the database unchanged.

/** One person's yes to one gate run. */
export interface Approval {
  readonly person: string;
  readonly at: number;
}

/** What made traffic go back, or what would have if there had been somewhere to go. */
export type RollbackTrigger = 'person' | 'guardrail' | 'dataset-revoked' | 'blind';

export interface LastRollback {
  readonly reason: string;
  readonly trigger: RollbackTrigger;
  readonly weightPercentAtRollback: number;
  readonly at: number;
}

/** Why exposure is frozen: a breach found no healthy incumbent. */
export interface Containment {
  readonly reason: string;
  readonly trigger: RollbackTrigger;
  readonly at: number;
}

export interface LifecycleContext {
  /** Starts at 1; each new try after a rollback counts one up: a new salt for the split and fresh evidence. */
  readonly attempt: number;
  /** Frozen when it is decided to migrate. Index 0 is the canary's weight, the rest is the ramp. */
  readonly weightsPercent: readonly number[];
  /** Index into `weightsPercent`; 0 in the canary, from 1 in the ramp. */
  readonly rampStep: number;
  /** Share of calls that the candidate answers for users now. */
  readonly weightPercent: number;
  readonly policyDigest: string | null;
  readonly gateRunId: string | null;
  readonly evidenceDigest: string | null;
  readonly gateJudgedAt: number | null;
  readonly gateRequestedBy: string | null;
  readonly approvalsRequired: number;
  readonly approvals: readonly Approval[];
  readonly overrideProposedBy: string | null;
  readonly overridesRequired: number;
  readonly decommissionProposedBy: string | null;
  readonly riskAcceptedBy: string | null;
  /** Who asked for the training run: may not approve what comes of it where self-review is forbidden. */
  readonly jobOwner: string | null;
  readonly jobFailure: string | null;
  readonly datasetRevoked: boolean;
  readonly stageEnteredAt: number;
  readonly stepEnteredAt: number;
  readonly blindSince: number | null;
  readonly lastRollback: LastRollback | null;
  readonly containment: Containment | null;
  readonly pausedAt: number | null;
  /** Milliseconds that this step has been paused before now; a running pause is not in it. */
  readonly manualPauseMs: number;
}

/** The memory of a project that begins at `at`, milliseconds since the epoch. */
export function initialContext(at: number): LifecycleContext {
  return {
    attempt: 1,
    weightsPercent: [],
    rampStep: 0,
    weightPercent: 0,
    policyDigest: null,
    gateRunId: null,
    evidenceDigest: null,
    gateJudgedAt: null,
    gateRequestedBy: null,
    approvalsRequired: 0,
    approvals: [],
    overrideProposedBy: null,
    overridesRequired: 1,
    decommissionProposedBy: null,
    riskAcceptedBy: null,
    jobOwner: null,
    jobFailure: null,
    datasetRevoked: false,
    stageEnteredAt: at,
    stepEnteredAt: at,
    blindSince: null,
    lastRollback: null,
    containment: null,
    pausedAt: null,
    manualPauseMs: 0,
  };
}
