// Which commands the machine would take now, from somebody who has not spoken yet. It asks the machine itself with one
// sample of each command, so it cannot drift from what a step does.

import type { CommandName } from './commands.js';
import { allCommands } from './commands.js';
import type { CommandEvent } from './lifecycle-event.js';
import type { LiveSnapshot, StoredSnapshot } from './snapshot.js';
import { restore } from './snapshot.js';

/** No name that a person can have: names are printable. */
const newcomer = '\u0000newcomer';

/** The event by which the machine hears each command. */
export const typeOfCommand: Readonly<Record<CommandName, CommandEvent['type']>> = {
  advance: 'ADVANCE',
  decide: 'DECIDE',
  approve: 'APPROVE',
  decline: 'DECLINE',
  override: 'OVERRIDE',
  pause: 'PAUSE',
  resume: 'RESUME',
  rollback: 'ROLLBACK',
  retry: 'RETRY',
  retune: 'RETUNE',
  reopen: 'REOPEN',
  abort: 'ABORT',
  decommission: 'DECOMMISSION',
  'accept-risk': 'ACCEPT_RISK',
};

function sampleOf(name: CommandName, live: LiveSnapshot): CommandEvent {
  const type = typeOfCommand[name];
  const base = { person: newcomer, reason: 'asked', at: live.context.stepEnteredAt };
  if (type === 'DECIDE') {
    return { ...base, type, choice: 'retain', policyDigest: null, weightsPercent: [] };
  }
  if (type === 'APPROVE') {
    return {
      ...base,
      type,
      gateRunId: live.context.gateRunId ?? '',
      evidenceDigest: live.context.evidenceDigest ?? '',
    };
  }
  return { ...base, type };
}

/**
 * All that the machine's guards look at when somebody new speaks: two snapshots with the same key accept the same
 * commands. Who said what, and when, is not part of it.
 */
function keyOf({ value, context }: StoredSnapshot): string {
  const facts = [
    context.gateRunId === null,
    context.evidenceDigest === null,
    context.approvalsRequired - context.approvals.length > 1,
    context.overridesRequired <= 1,
    context.overrideProposedBy === null,
    context.decommissionProposedBy === null,
    context.riskAcceptedBy === null,
    context.datasetRevoked,
    context.rampStep + 1 < context.weightsPercent.length,
  ];
  return `${JSON.stringify(value)} ${facts.map(Number).join('')}`;
}

/** Asking costs as much as a step, and the status, the answer and the refusal of one step all ask. */
const known = new Map<string, readonly CommandName[]>();

/** In the order of `allCommands`. Roles are not considered: this is about the moment, not about who asks. */
export function acceptedCommands(snapshot: StoredSnapshot): readonly CommandName[] {
  const key = keyOf(snapshot);
  const before = known.get(key);
  if (before !== undefined) {
    return before;
  }
  const live = restore(snapshot);
  const accepted = allCommands.filter(({ name }) => live.can(sampleOf(name, live))).map(({ name }) => name);
  known.set(key, accepted);
  return accepted;
}

/** Whether one command would be taken now. */
export function isAccepted(snapshot: StoredSnapshot, name: CommandName): boolean {
  return acceptedCommands(snapshot).includes(name);
}
