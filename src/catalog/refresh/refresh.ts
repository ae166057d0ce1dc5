// A refresh as it is kept: a proposal with its changes, each of which waits until somebody decides.
import type { Conflict } from './diff-catalog.js';
import type { JudgedChange } from './judge-reading.js';
import type { SourceKind } from './reading.js';

/** `unchanged`: the source told nothing new. `applied`: decided, and at least one change was let in. */
export const refreshStates = ['pending', 'applied', 'rejected', 'unchanged'] as const;
export type RefreshState = (typeof refreshStates)[number];

export const changeVerdicts = ['clean', 'quarantined'] as const;
export type ChangeVerdict = (typeof changeVerdicts)[number];

/** `stale`: the catalogue had moved on when it was to be let in. */
export const changeStates = ['waiting', 'applied', 'rejected', 'stale'] as const;
export type ChangeState = (typeof changeStates)[number];

export interface Refresh {
  readonly id: string;
  readonly kind: SourceKind;
  readonly source: string;
  readonly rank: number;
  /** ms: when the source said so. */
  readonly observedAt: number;
  readonly digest: string;
  readonly state: RefreshState;
  /** Why even clean changes wait for somebody other than who brought them, with a reason; null: they do not. */
  readonly hold: string | null;
  readonly offersRead: number;
  readonly cleanChanges: number;
  readonly quarantinedChanges: number;
  readonly conflictCount: number;
  /** The first of them; all are shown by the list of conflicts. */
  readonly conflicts: readonly Conflict[];
  /** What of the document was left out, and why. */
  readonly faults: readonly string[];
  readonly createdBy: string;
  readonly createdAt: number;
  readonly settledAt: number | null;
}

export interface RefreshChange {
  /** From 1, in the order of the source. */
  readonly number: number;
  readonly verdict: ChangeVerdict;
  readonly state: ChangeState;
  readonly change: JudgedChange;
  readonly decidedBy: string | null;
  readonly decidedAt: number | null;
  readonly reason: string | null;
}

/** What a change is before anybody has decided. */
export function waitingChange(change: JudgedChange, index: number): RefreshChange {
  const verdict = change.findings.length === 0 ? 'clean' : 'quarantined';
  return { number: index + 1, verdict, state: 'waiting', change, decidedBy: null, decidedAt: null, reason: null };
}
