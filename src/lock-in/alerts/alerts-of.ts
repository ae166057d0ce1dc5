// The life of alerts: open, then acknowledged by a named person for a reason and until a date, then open again if the
// condition still holds; closed when it does not. An acknowledgement quiets one key, so a worse state speaks again.

import { type Alert, alertSeverities } from './alert.js';
import type { AlertFacts } from './alert-facts.js';
import { allAlerts } from './all-alerts.js';

export interface Acknowledgement {
  readonly key: string;
  readonly by: string;
  readonly reason: string;
  /** ms; from then on it does not hold. */
  readonly until: number;
  readonly at: number;
}

export interface StandingAlert extends Alert {
  readonly state: 'open' | 'acknowledged';
  /** The newest of its key, ended ones too; null: nobody ever acknowledged it. */
  readonly acknowledgement: Acknowledgement | null;
  /** It was acknowledged, that has ended, and the condition still holds. */
  readonly isBack: boolean;
}

/** A standing alert as it was stored with the measurement that saw it. */
export interface KeptAlert extends StandingAlert {
  /** Null: the first look after it was raised has not been kept yet. */
  readonly openedAt: number | null;
}

/** What stood before, as it was stored. */
export interface RememberedAlert {
  readonly key: string;
  readonly openedAt: number;
  readonly closedAt: number | null;
}

/** What the rules raise now: one for each key, expired ones left out. */
export function raiseAlerts(facts: AlertFacts): readonly Alert[] {
  const byKey = new Map<string, Alert>();
  for (const { number, name, owner, remedy, raise } of allAlerts) {
    for (const raised of raise(facts)) {
      const key = `${name}/${raised.about}`;
      if (!byKey.has(key) && (raised.expiresAt === null || raised.expiresAt > facts.now)) {
        byKey.set(key, { rule: number, name, key, owner, remedy, ...raised });
      }
    }
  }
  return [...byKey.values()];
}

/** Open ones first, then the worst, then by number and key. */
export function alertsOf(
  facts: AlertFacts,
  acknowledgements: readonly Acknowledgement[],
  now: number,
): readonly StandingAlert[] {
  const newest = new Map<string, Acknowledgement>();
  for (const one of acknowledgements.filter(({ at }) => at <= now)) {
    const known = newest.get(one.key);
    if (known === undefined || one.at >= known.at) {
      newest.set(one.key, one);
    }
  }
  return raiseAlerts({ ...facts, now })
    .map((alert): StandingAlert => {
      const acknowledgement = newest.get(alert.key) ?? null;
      return { ...alert, acknowledgement, ...standingOf(acknowledgement, now) };
    })
    .sort(byUrgency);
}

function standingOf(acknowledgement: Acknowledgement | null, now: number): Pick<StandingAlert, 'state' | 'isBack'> {
  const holds = acknowledgement !== null && acknowledgement.until > now;
  return { state: holds ? 'acknowledged' : 'open', isBack: acknowledgement !== null && !holds };
}

/**
 * The memory of alerts after another look: new keys open now, keys that are gone close now, and a key that comes back
 * after it was closed opens anew.
 */
export function rememberAlerts(
  known: readonly RememberedAlert[],
  standing: readonly Pick<Alert, 'key'>[],
  now: number,
): readonly RememberedAlert[] {
  const present = new Set(standing.map(({ key }) => key));
  const kept = known.map((one) => (one.closedAt === null && !present.has(one.key) ? { ...one, closedAt: now } : one));
  const open = new Set(kept.filter(({ closedAt }) => closedAt === null).map(({ key }) => key));
  const opened = [...present].filter((key) => !open.has(key)).map((key) => ({ key, openedAt: now, closedAt: null }));
  return [...kept, ...opened];
}

/** What was kept, as of now: what has expired says nothing any more, and an acknowledgement that has ended quiets nothing. */
export function keptAsOf<Kept extends KeptAlert>(kept: readonly Kept[], now: number): readonly Kept[] {
  return kept
    .filter(({ expiresAt }) => expiresAt === null || expiresAt > now)
    .map((alert) => ({ ...alert, ...standingOf(alert.acknowledgement, now) }))
    .sort(byUrgency);
}

function byUrgency(left: StandingAlert, right: StandingAlert): number {
  if (left.state !== right.state) {
    return left.state === 'open' ? -1 : 1;
  }
  const worse = alertSeverities.indexOf(right.severity) - alertSeverities.indexOf(left.severity);
  return worse || left.rule - right.rule || (left.key < right.key ? -1 : 1);
}
