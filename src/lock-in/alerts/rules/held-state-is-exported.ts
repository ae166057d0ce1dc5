import { dayMs, dayOf } from '../../in-words.js';
import type { AlertRule, RaisedAlert } from '../alert.js';
import type { HeldState } from '../alert-facts.js';

/** So long before the vendor drops it. */
const aheadMs = 14 * dayMs;

function alertOf(state: HeldState, now: number): RaisedAlert[] {
  if (state.retentionDays === null) {
    return [];
  }
  // What was copied out is safe; the rest is as old as the copy.
  const from = state.exportedAt === null ? state.oldestAt : Math.max(state.oldestAt, state.exportedAt);
  const droppedAt = from + state.retentionDays * dayMs;
  if (droppedAt - now > aheadMs) {
    return [];
  }
  const when =
    droppedAt <= now
      ? `since ${dayOf(droppedAt)} the vendor drops`
      : `on ${dayOf(droppedAt)} the vendor begins to drop`;
  const never = state.exportedAt === null ? 'never exported' : `exported last on ${dayOf(state.exportedAt)}`;
  return [
    {
      about: `${state.vendor}/${state.what}/${droppedAt <= now ? 'dropping' : 'soon'}`,
      severity: droppedAt <= now ? 'critical' : 'warning',
      text: `${state.what} at ${state.vendor}: ${when} what is kept for ${state.retentionDays} days; ${never}.`,
      evidence: state.sampleIds,
      expiresAt: null,
    },
  ];
}

export const heldStateIsExported: AlertRule = {
  number: 15,
  name: 'state.ends',
  question: 'Does the vendor drop what it keeps of ours before it was exported?',
  why: 'Conversations and files that ended with their retention cannot be moved any more.',
  source: 'State seen in traffic with the vendor’s retention (30 days for stored responses), and the last export.',
  owner: 'lead',
  remedy: 'Export what the vendor still keeps, and keep it in a store of your own from now on.',
  raise: ({ heldState, now }) => heldState.flatMap((state) => alertOf(state, now)),
};
