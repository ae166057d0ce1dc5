import { dayMs, dayOf } from '../../in-words.js';
import { bands } from '../../score/bands.js';
import type { AlertRule, RaisedAlert } from '../alert.js';
import type { AlertFacts } from '../alert-facts.js';

const pointsMin = 5;
const windowMs = 30 * dayMs;
const noise = 1e-9;

type ScoredDay = AlertFacts['history'][number];

function rise(from: ScoredDay, to: ScoredDay): RaisedAlert[] {
  const points = to.score - from.score;
  const text = `The score rose by ${points.toFixed(1)} points since ${dayOf(from.at)}, from ${from.score.toFixed(1)} to ${to.score.toFixed(1)}.`;
  return points < pointsMin - noise
    ? []
    : [
        {
          about: `up-${Math.floor((points + noise) / pointsMin)}`,
          severity: 'warning',
          text,
          evidence: [],
          expiresAt: null,
        },
      ];
}

/** A band that is not told counts as the worst. */
const rankOf = (day: ScoredDay) => (day.band === null ? bands.length : bands.indexOf(day.band));

function crossing(from: ScoredDay, to: ScoredDay): RaisedAlert[] {
  if (from.band === null || to.band === null || rankOf(to) <= rankOf(from)) {
    return [];
  }
  const severity = to.band === 'severe' ? 'critical' : 'warning';
  const text = `The band went from ${from.band} to ${to.band} since ${dayOf(from.at)}.`;
  return [{ about: `band-${to.band}`, severity, text, evidence: [], expiresAt: null }];
}

export const theScoreHolds: AlertRule = {
  number: 10,
  name: 'score.up',
  question: 'Did the score rise by five points within thirty days, or into a worse band?',
  why: 'Lock-in grows by small steps that nobody decides.',
  source: 'Daily snapshots of the last thirty days, the lowest one beside today’s.',
  owner: 'risk-owner',
  remedy: 'Read which part of the change came from facts, and mend those.',
  raise: ({ history, now }) => {
    const days = history.filter((day) => day.at <= now && day.at >= now - windowMs);
    const today = days.at(-1);
    const [first, ...rest] = days;
    if (today === undefined || first === undefined) {
      return [];
    }
    const lowest = rest.reduce((low, day) => (day.score < low.score ? day : low), first);
    const mildest = rest.reduce((mild, day) => (rankOf(day) < rankOf(mild) ? day : mild), first);
    return [...rise(lowest, today), ...crossing(mildest, today)];
  },
};
