import { dayMs, dayOf } from '../../in-words.js';
import { newestDrill } from '../../measured-fact.js';
import type { AlertRule } from '../alert.js';

const ageMaxDays = 365;

export const exitTestIsRecent: AlertRule = {
  number: 12,
  name: 'exit-test.old',
  question: 'Has the exit been tested, and passed, within twelve months?',
  why: 'An untested way out is a hope.',
  source: 'Newest exit drill that passed; none at all counts like an old one.',
  owner: 'risk-owner',
  remedy: 'Run the exit drill and record it with its report.',
  raise: ({ drills, now }) => {
    const newest = newestDrill(
      drills.filter((one) => one.passed),
      'exit',
    );
    if (newest === null) {
      const text = 'No exit test has passed so far; one is due every twelve months.';
      return [{ about: 'never', severity: 'warning', text, evidence: [], expiresAt: null }];
    }
    const text = `The exit was tested last on ${dayOf(newest.at)}, more than twelve months ago.`;
    return (now - newest.at) / dayMs <= ageMaxDays
      ? []
      : [{ about: `since-${dayOf(newest.at)}`, severity: 'warning', text, evidence: [newest.id], expiresAt: null }];
  },
};
