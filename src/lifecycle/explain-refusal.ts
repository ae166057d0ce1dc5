// Why the machine did not take an event, in a sentence that tells what would help.
import type { LifecycleEvent } from './lifecycle-event.js';
import { fallbackOf, gateStateOf, holdOf, isExposed, isTerminal, stageOf, stagePathOf } from './reading.js';
import type { StoredSnapshot } from './snapshot.js';

type Reason = (event: LifecycleEvent, snapshot: StoredSnapshot) => string | null;

const heldCommands: readonly string[] = ['DECIDE', 'RETRY', 'RETUNE', 'REOPEN', 'DECOMMISSION', 'ACCEPT_RISK'];

const whenOver: Reason = (event, snapshot) =>
  isTerminal(snapshot) ? `The project ended as ${stageOf(snapshot)} and takes no ${event.type} any more.` : null;

const whenNowhereToGo: Reason = (event, snapshot) =>
  (event.type === 'ROLLBACK' || event.type === 'ABORT') && isExposed(snapshot) && fallbackOf(snapshot) === 'unavailable'
    ? 'The incumbent does not answer, so traffic has nowhere to go back to; repeat the command when it answers again; a breach meanwhile is contained.'
    : null;

const whenNotExposed: Reason = (event, snapshot) =>
  event.type === 'ROLLBACK' && !isExposed(snapshot)
    ? `There is nothing to roll back: the incumbent answers everything in ${stageOf(snapshot)}.`
    : null;

const whenPaused: Reason = (event, snapshot) =>
  heldCommands.includes(event.type) && holdOf(snapshot) === 'paused'
    ? `The project is paused, so ${event.type} must wait; resume it first.`
    : null;

const whenRetryIsUnsafe: Reason = (event, snapshot) => {
  if (event.type !== 'RETRY' && event.type !== 'RETUNE') {
    return null;
  }
  if (snapshot.context.datasetRevoked) {
    return 'The data set that the candidate was trained on was revoked; reopen the collection instead.';
  }
  return stageOf(snapshot) === 'rolledBack' && event.type === 'RETRY' && fallbackOf(snapshot) === 'unavailable'
    ? 'The incumbent does not answer, so a new attempt would have no way back; retry when it answers again.'
    : null;
};

const whenApprovalMisses: Reason = (event, snapshot) => {
  if (event.type !== 'APPROVE' || gateStateOf(snapshot) !== 'awaitingApproval') {
    return null;
  }
  const { context } = snapshot;
  if (context.approvals.some((approval) => approval.person === event.person)) {
    return `${event.person} has approved this gate run already; another person must.`;
  }
  return `The approval is for gate run ${event.gateRunId} on other evidence; the current one is ${context.gateRunId}. Read it and approve that.`;
};

const whenSamePersonTwice: Reason = (event, snapshot) => {
  if (!('person' in event)) {
    return null;
  }
  const { context } = snapshot;
  const spoke =
    (event.type === 'OVERRIDE' && context.overrideProposedBy === event.person) ||
    (event.type === 'DECOMMISSION' && context.decommissionProposedBy === event.person) ||
    (event.type === 'ACCEPT_RISK' && context.riskAcceptedBy === event.person);
  return spoke ? `${event.person} has spoken already; ${event.type} takes a second, different person.` : null;
};

const whenErrored: Reason = (event, snapshot) =>
  event.type === 'OVERRIDE' && gateStateOf(snapshot) === 'errored'
    ? 'A gate that could not be measured is never overridden; repair the measurement and advance again.'
    : null;

const whenPlanIsUnusable: Reason = (event, snapshot) =>
  event.type === 'DECIDE' && event.choice === 'migrate' && stageOf(snapshot) === 'deciding'
    ? 'To migrate takes a policy and a plan of ascending weights between 0 and 100 percent, both excluded.'
    : null;

const reasons: readonly Reason[] = [
  whenOver,
  whenNowhereToGo,
  whenNotExposed,
  whenPaused,
  whenRetryIsUnsafe,
  whenApprovalMisses,
  whenSamePersonTwice,
  whenErrored,
  whenPlanIsUnusable,
];

/** One or two sentences. The caller has seen the machine refuse; this only finds the words. */
export function explainRefusal(event: LifecycleEvent, snapshot: StoredSnapshot): string {
  for (const reason of reasons) {
    const text = reason(event, snapshot);
    if (text) {
      return text;
    }
  }
  return `The project is in ${stagePathOf(snapshot)} and does not take ${event.type} there.`;
}
