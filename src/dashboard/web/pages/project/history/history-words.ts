// What an entry of the history says, in words.
import { stageWord } from '../../board/board-filter';

export interface Told {
  readonly name: string;
  readonly actor: { readonly person: string; readonly role: string };
  readonly from: string | null;
  readonly to: string;
  readonly traffic: { readonly mode: string; readonly weightPercent: number };
  readonly reason: string | null;
  readonly gateRunId: string | null;
  readonly details: Readonly<Record<string, unknown>>;
}

const names: Readonly<Record<string, string>> = {
  'project.created': 'Began',
  'project.edited': 'Changed',
  'project.advance': 'Asked for the gate',
  'project.decide': 'Decided',
  'project.approve': 'Approved',
  'project.decline': 'Declined',
  'project.override': 'Overrode the gate',
  'project.pause': 'Paused',
  'project.resume': 'Resumed',
  'project.rollback': 'Rolled back',
  'project.retry': 'Tried again',
  'project.retune': 'Tuned again',
  'project.reopen': 'Collects again',
  'project.abort': 'Aborted',
  'project.decommission': 'Decommissioning',
  'project.accept-risk': 'Accepted the risk',
  'evidence.recorded': 'Evidence came',
};

function plain(name: string): string {
  const words = name.slice(name.indexOf('.') + 1).replaceAll('-', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

export function nameInWords(name: string): string {
  return names[name] ?? plain(name);
}

const within: Readonly<Record<string, string>> = {
  working: 'at work',
  evaluating: 'being judged',
  awaitingApproval: 'waits for approval',
  decommissionProposed: 'decommissioning proposed',
};

/** `cutover.canary.inconclusive` as people read it. */
export function placeInWords(path: string): string {
  const [stage = '', ...rest] = path.split('.');
  return [stageWord(stage), ...rest.map((one) => within[one] ?? one)].join(' · ');
}

export interface Change {
  readonly what: string;
  readonly before: string;
  readonly after: string;
}

function text(value: unknown): string {
  if (value === undefined || value === null) {
    return 'none';
  }
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

/** What was edited: each field with what it was and what it became. */
export function changesOf({ details }: Told): readonly Change[] {
  const before = details.before as Readonly<Record<string, unknown>> | undefined;
  const after = details.after as Readonly<Record<string, unknown>> | undefined;
  if (before === undefined || after === undefined) {
    return [];
  }
  return Object.keys(after).map((what) => ({ what, before: text(before[what]), after: text(after[what]) }));
}
