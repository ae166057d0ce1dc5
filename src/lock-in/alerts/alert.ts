// The shape of an alert rule: one question about something that ties a project tighter or is about to happen to it, and
// who has to act. To add one: a file in this folder and a line in all-alerts.ts. A rule raises on what is known; what is
// unknown is counted by the score, never taken for quiet by an alert of its own unless the rule says so.
import type { AlertFacts } from './alert-facts.js';

export const alertSeverities = ['info', 'warning', 'critical'] as const;
export type AlertSeverity = (typeof alertSeverities)[number];

/** Who has to act: the lead of the project, its risk owner, or whoever keeps the catalogue. */
export const alertOwners = ['lead', 'risk-owner', 'admin'] as const;
export type AlertOwner = (typeof alertOwners)[number];

/** What a rule found: one for each thing that it is about. */
export interface RaisedAlert {
  /** What it is about and how far it has come: a worse state has another key, so that its acknowledgement ends. */
  readonly about: string;
  readonly severity: AlertSeverity;
  /** A sentence with the numbers and the limits. */
  readonly text: string;
  /** Ids or addresses that show it; empty: the absence of something is what it is about. */
  readonly evidence: readonly string[];
  /** ms after which it says nothing any more if nobody measures again; null: it holds while its condition does. */
  readonly expiresAt: number | null;
}

export interface AlertRule {
  /** Place in the list, 1 to 16; stable. */
  readonly number: number;
  /** Dotted noun, such as `shutdown.near`. */
  readonly name: string;
  readonly question: string;
  readonly why: string;
  readonly source: string;
  readonly owner: AlertOwner;
  readonly remedy: string;
  /** Pure. */
  raise(facts: AlertFacts): readonly RaisedAlert[];
}

export interface Alert extends RaisedAlert {
  readonly rule: number;
  readonly name: string;
  /** `shutdown.near/gpt-4/late`: the same thing has the same key every day. */
  readonly key: string;
  readonly owner: AlertOwner;
  readonly remedy: string;
}
