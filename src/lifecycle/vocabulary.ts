// The words the machine is written in: its guards (questions) and its actions. No actor ever runs here: `transition()`
// hands the actions back as data, so an action that is work for the world throws if somebody executes it.
import { and, not, or, raise, setup, stateIn } from 'xstate';
import type { IntentTopic } from './intent.js';
import type { LifecycleContext } from './lifecycle-context.js';
import type { InnerEvent, LifecycleEvent } from './lifecycle-event.js';
import { memory } from './memory.js';

/** Which action of the machine is which work for the world. */
export const topicOfAction: Readonly<Record<string, IntentTopic>> = {
  startTraining: 'training.start',
  cancelTraining: 'training.cancel',
  startEvaluation: 'evaluation.start',
  cancelEvaluation: 'evaluation.cancel',
  callPeople: 'people.call',
};

function intent(): void {
  throw new Error('an intent is saved with the step and carried out after it; it is never executed by the machine');
}

type MachineEvent = LifecycleEvent | InnerEvent;

function personOf(event: MachineEvent): string | null {
  return 'person' in event ? event.person : null;
}

function isRamp(weights: readonly number[]): boolean {
  return (
    weights.length > 0 && weights.every((weight, at) => weight > 0 && weight < 100 && weight > (weights[at - 1] ?? 0))
  );
}

/** Whether the APPROVE is a new person's, for exactly the run and the evidence that were judged. */
function isSoundApproval(context: LifecycleContext, event: MachineEvent): boolean {
  return (
    event.type === 'APPROVE' &&
    event.gateRunId === context.gateRunId &&
    event.evidenceDigest === context.evidenceDigest &&
    !context.approvals.some((approval) => approval.person === event.person)
  );
}

export const vocabulary = setup({
  types: {
    context: {} as LifecycleContext,
    events: {} as MachineEvent,
    input: {} as { at: number },
  },
  guards: {
    isReleased: stateIn('#hold.released'),
    isOpen: not(or([stateIn('#decommissioned'), stateIn('#retained'), stateIn('#aborted')])),
    isFallbackAvailable: stateIn('#fallback.available'),
    isFallbackUnavailable: stateIn('#fallback.unavailable'),
    isExposedAndOpen: and([not(stateIn('#traffic.incumbent')), 'isOpen']),
    isBlind: stateIn('#guardrail.blind'),
    isBlindWithFallback: and(['isBlind', 'isFallbackAvailable']),
    /** Traffic is raised only while nobody holds the project and there is a way back. */
    mayRaiseExposure: and(['isReleased', 'isFallbackAvailable']),
    hasRampStepLeft: ({ context }) => context.rampStep + 1 < context.weightsPercent.length,
    mayRaiseToNextRampStep: and(['mayRaiseExposure', 'hasRampStepLeft']),
    isDatasetUsable: ({ context }) => !context.datasetRevoked,
    mayRetry: and(['mayRaiseExposure', 'isDatasetUsable']),
    mayRetune: and(['isReleased', 'isDatasetUsable']),
    choosesToRetain: ({ event }) => event.type === 'DECIDE' && event.choice === 'retain',
    choosesToMigrate: ({ event }) =>
      event.type === 'DECIDE' &&
      event.choice === 'migrate' &&
      event.policyDigest !== null &&
      isRamp(event.weightsPercent),
    mayRetain: and(['isReleased', 'choosesToRetain']),
    mayMigrate: and(['isReleased', 'choosesToMigrate']),
    needsNoApproval: ({ event }) => event.type === 'GATE_PASS' && event.approvalsRequired <= 0,
    isLastApproval: ({ context, event }) =>
      isSoundApproval(context, event) && context.approvals.length + 1 >= context.approvalsRequired,
    isFurtherApproval: ({ context, event }) => isSoundApproval(context, event),
    hasApprovals: ({ context }) => context.approvals.length > 0,
    isLastOverride: ({ context, event }) =>
      context.overridesRequired <= 1 ||
      (context.overrideProposedBy !== null && context.overrideProposedBy !== personOf(event)),
    isFirstOverride: ({ context }) => context.overrideProposedBy === null,
    isSecondDecommissioner: ({ context, event }) => context.decommissionProposedBy !== personOf(event),
    mayDecommission: and(['isReleased', 'isSecondDecommissioner']),
    isFirstRiskAcceptance: ({ context }) => context.riskAcceptedBy === null,
    isSecondRiskAcceptance: ({ context, event }) =>
      context.riskAcceptedBy !== null && context.riskAcceptedBy !== personOf(event),
    mayBeginRiskAcceptance: and(['isReleased', 'isFirstRiskAcceptance']),
    mayCompleteRiskAcceptance: and(['isReleased', 'isSecondRiskAcceptance']),
  },
  actions: {
    ...memory,
    trafficToIncumbent: raise(({ event }) => ({ type: 'traffic.toIncumbent' as const, at: event.at })),
    trafficToShadow: raise(({ event }) => ({ type: 'traffic.toShadow' as const, at: event.at })),
    trafficToSplit: raise(({ event }) => ({ type: 'traffic.toSplit' as const, at: event.at })),
    trafficToCandidate: raise(({ event }) => ({ type: 'traffic.toCandidate' as const, at: event.at })),
    armGuardrail: raise(({ event }) => ({ type: 'guardrail.arm' as const, at: event.at })),
    disarmGuardrail: raise(({ event }) => ({ type: 'guardrail.disarm' as const, at: event.at })),
    startTraining: intent,
    cancelTraining: intent,
    startEvaluation: intent,
    cancelEvaluation: intent,
    callPeople: intent,
  },
});
