// What a person may ask of a project, and who. The API, the page and the terminal read this list; the machine decides
// whether a command fits the moment. Admins run the place but are no second pair of eyes: they neither approve nor override.
import type { Role } from '../kernel/principal.js';

export type CommandName =
  | 'advance'
  | 'decide'
  | 'approve'
  | 'decline'
  | 'override'
  | 'pause'
  | 'resume'
  | 'rollback'
  | 'retry'
  | 'retune'
  | 'reopen'
  | 'abort'
  | 'decommission'
  | 'accept-risk';

export interface CommandDefinition {
  readonly name: CommandName;
  /** What will happen, in one sentence. */
  readonly summary: string;
  readonly roles: readonly Role[];
  /** Who may give the second, deciding voice where a command takes two; the same as `roles` where absent. */
  readonly confirmRoles?: readonly Role[];
  /** A safety verb needs none: it must not lose a race against somebody else's change. */
  readonly needsIfMatch: boolean;
  readonly reasonRequired: boolean;
}

export const allCommands: readonly CommandDefinition[] = [
  {
    name: 'advance',
    summary: 'Judges the gate of the current stage; the project moves on when the gate opens and is approved.',
    roles: ['lead', 'admin'],
    needsIfMatch: true,
    reasonRequired: false,
  },
  {
    name: 'decide',
    summary:
      'Decides to migrate, which freezes the policy into the project, or to retain the closed model, which ends it.',
    roles: ['lead', 'admin'],
    needsIfMatch: true,
    reasonRequired: false,
  },
  {
    name: 'approve',
    summary: 'Approves one gate run on exactly the evidence that was read; the last one needed moves the project on.',
    roles: ['approver', 'risk-owner'],
    needsIfMatch: true,
    reasonRequired: false,
  },
  {
    name: 'decline',
    summary: 'Refuses a gate run, which blocks the gate, or withdraws a proposed decommissioning.',
    roles: ['approver', 'risk-owner'],
    needsIfMatch: true,
    reasonRequired: true,
  },
  {
    name: 'override',
    summary: 'Passes a blocked or inconclusive gate on own responsibility; where traffic rises it takes two persons.',
    roles: ['risk-owner'],
    needsIfMatch: true,
    reasonRequired: true,
  },
  {
    name: 'pause',
    summary: 'Holds the project where it is; traffic stays as it is and the guardrails stay armed.',
    roles: ['lead', 'approver', 'risk-owner', 'admin'],
    needsIfMatch: false,
    reasonRequired: true,
  },
  {
    name: 'resume',
    summary: 'Releases the hold; a gate that was approved meanwhile lets the project move on.',
    roles: ['lead', 'admin'],
    needsIfMatch: true,
    reasonRequired: false,
  },
  {
    name: 'rollback',
    summary: 'Sends all traffic back to the incumbent.',
    roles: ['lead', 'approver', 'risk-owner', 'admin'],
    needsIfMatch: false,
    reasonRequired: true,
  },
  {
    name: 'retry',
    summary: 'After a rollback starts a new attempt in shadow; in tuning and evaluating runs the job again.',
    roles: ['lead', 'admin'],
    needsIfMatch: true,
    reasonRequired: false,
  },
  {
    name: 'retune',
    summary: 'Goes back to tuning and trains the candidate again.',
    roles: ['lead', 'admin'],
    needsIfMatch: true,
    reasonRequired: true,
  },
  {
    name: 'reopen',
    summary: 'Goes back to collecting data from the incumbent.',
    roles: ['lead', 'admin'],
    needsIfMatch: true,
    reasonRequired: true,
  },
  {
    name: 'abort',
    summary: 'Ends the project for good; all traffic is answered by the incumbent.',
    roles: ['lead', 'admin'],
    needsIfMatch: true,
    reasonRequired: true,
  },
  {
    name: 'decommission',
    summary: 'Proposes, and by a second person completes, giving up the way back to the incumbent for good.',
    roles: ['lead', 'risk-owner', 'admin'],
    confirmRoles: ['risk-owner'],
    needsIfMatch: true,
    reasonRequired: true,
  },
  {
    name: 'accept-risk',
    summary: 'Accepts, by two persons, that the candidate answers everything although there is no way back.',
    roles: ['risk-owner'],
    needsIfMatch: true,
    reasonRequired: true,
  },
];

/** Throws on a name that is no command: names are checked at the door. */
export function commandNamed(name: CommandName): CommandDefinition {
  const found = allCommands.find((command) => command.name === name);
  if (!found) {
    throw new Error(`no command is called ${name}`);
  }
  return found;
}
