// What the machine writes down on its arrows and entries: small assignments over the context, each named for what it
// notes or forgets. Pure; the time always comes with the event.
import { assign } from 'xstate';
import type { Containment, LifecycleContext, RollbackTrigger } from './lifecycle-context.js';
import type { InnerEvent, LifecycleEvent } from './lifecycle-event.js';

type MachineEvent = LifecycleEvent | InnerEvent;
type Change = (context: LifecycleContext, event: MachineEvent) => Partial<LifecycleContext>;

function remember(change: Change) {
  return assign<LifecycleContext, MachineEvent, undefined, MachineEvent, never>(({ context, event }) =>
    change(context, event),
  );
}

/** The very first entry is made by the library's own event, which has no time; the context was begun with it. */
function timeOf(event: MachineEvent, context: LifecycleContext): number {
  return (event as { at?: number }).at ?? context.stageEnteredAt;
}

function personOf(event: MachineEvent): string | null {
  return 'person' in event ? event.person : null;
}

const noGate = {
  gateRunId: null,
  evidenceDigest: null,
  gateJudgedAt: null,
  approvalsRequired: 0,
  approvals: [],
  overrideProposedBy: null,
} satisfies Partial<LifecycleContext>;

function causeOf(event: MachineEvent): { reason: string; trigger: RollbackTrigger } {
  switch (event.type) {
    case 'GUARDRAIL_BREACHED':
      return {
        reason: `Guardrail ${event.guardrail} measured ${event.measured ?? 'nothing'} where ${event.bound ?? 'nothing'} is the bound.`,
        trigger: 'guardrail',
      };
    case 'DATASET_REVOKED':
      return { reason: event.reason, trigger: 'dataset-revoked' };
    case 'BLIND_TIMED_OUT':
      return { reason: 'The guardrails could not be measured for too long.', trigger: 'blind' };
    default:
      return { reason: 'reason' in event ? event.reason : 'No reason was given.', trigger: 'person' };
  }
}

/** A pause that began before this step counts from the step's beginning. */
function pauseMsUntil(context: LifecycleContext, at: number): number {
  return context.pausedAt === null ? 0 : Math.max(0, at - Math.max(context.pausedAt, context.stepEnteredAt));
}

function rollbackFrom(context: LifecycleContext, event: MachineEvent, cause: Pick<Containment, 'reason' | 'trigger'>) {
  return {
    lastRollback: {
      reason: cause.reason,
      trigger: cause.trigger,
      weightPercentAtRollback: context.weightPercent,
      at: timeOf(event, context),
    },
  };
}

export const memory = {
  enterStage: remember((context, event) => ({
    ...noGate,
    overridesRequired: 1,
    gateRequestedBy: null,
    decommissionProposedBy: null,
    riskAcceptedBy: null,
    jobFailure: null,
    stageEnteredAt: timeOf(event, context),
    stepEnteredAt: timeOf(event, context),
    manualPauseMs: 0,
  })),
  enterStep: remember((context, event) => ({
    ...noGate,
    overridesRequired: 1,
    gateRequestedBy: null,
    stepEnteredAt: timeOf(event, context),
    manualPauseMs: 0,
  })),
  askTwoOverrides: remember(() => ({ overridesRequired: 2 })),
  forgetGate: remember(() => noGate),
  noteRequester: remember((_, event) => ({ gateRequestedBy: personOf(event) })),
  noteGateRun: remember((context, event) =>
    'gateRunId' in event && event.type !== 'APPROVE'
      ? {
          ...noGate,
          gateRunId: event.gateRunId,
          evidenceDigest: event.evidenceDigest,
          gateJudgedAt: timeOf(event, context),
          approvalsRequired: event.type === 'GATE_PASS' ? event.approvalsRequired : 0,
        }
      : {},
  ),
  /** Whatever a policy says, nobody leaves the intake unseen. */
  askOneApprovalAtLeast: remember((context) => ({ approvalsRequired: Math.max(1, context.approvalsRequired) })),
  noteApproval: remember((context, event) =>
    event.type === 'APPROVE' ? { approvals: [...context.approvals, { person: event.person, at: event.at }] } : {},
  ),
  forgetApprovals: remember(() => ({ approvals: [] })),
  noteOverride: remember((_, event) => ({ overrideProposedBy: personOf(event) })),
  freezePlan: remember((_, event) =>
    event.type === 'DECIDE' ? { policyDigest: event.policyDigest, weightsPercent: [...event.weightsPercent] } : {},
  ),
  requesterOwnsJob: remember((context) => ({ jobOwner: context.gateRequestedBy })),
  personOwnsJob: remember((_, event) => ({ jobOwner: personOf(event) })),
  noteJobFailure: remember((_, event) => ({ jobFailure: event.type === 'JOB_FAILED' ? event.reason : null })),
  forgetJobFailure: remember(() => ({ jobFailure: null })),
  noteRevocation: remember(() => ({ datasetRevoked: true })),
  forgetRevocation: remember(() => ({ datasetRevoked: false })),
  beginAttempt: remember((context) => ({ attempt: context.attempt + 1 })),
  setCanaryWeight: remember((context) => ({ rampStep: 0, weightPercent: context.weightsPercent[0] ?? 0 })),
  setRampWeight: remember((context) => ({
    rampStep: context.rampStep + 1,
    weightPercent: context.weightsPercent[context.rampStep + 1] ?? context.weightPercent,
  })),
  setFullWeight: remember(() => ({ weightPercent: 100 })),
  setNoWeight: remember(() => ({ rampStep: 0, weightPercent: 0 })),
  noteRollback: remember((context, event) => rollbackFrom(context, event, causeOf(event))),
  noteContainment: remember((context, event) => ({
    containment: { ...causeOf(event), at: timeOf(event, context) },
  })),
  noteContainedRollback: remember((context, event) =>
    rollbackFrom(context, event, context.containment ?? causeOf(event)),
  ),
  forgetContainment: remember(() => ({ containment: null })),
  noteDecommissioner: remember((_, event) => ({ decommissionProposedBy: personOf(event) })),
  forgetDecommissioner: remember(() => ({ decommissionProposedBy: null })),
  noteRiskAcceptance: remember((_, event) => ({ riskAcceptedBy: personOf(event) })),
  noteBlindness: remember((context, event) => ({ blindSince: timeOf(event, context) })),
  forgetBlindness: remember(() => ({ blindSince: null })),
  notePause: remember((context, event) => ({ pausedAt: timeOf(event, context) })),
  noteResume: remember((context, event) => ({
    pausedAt: null,
    manualPauseMs: context.manualPauseMs + pauseMsUntil(context, timeOf(event, context)),
  })),
};
