import { defineCriterion } from '../criterion.js';
import { dwell } from '../dwell.js';

export const soakHasLasted = defineCriterion({
  id: 'soak-has-lasted',
  question: 'Has the candidate answered everything for long enough, pauses not counted?',
  why: 'Daily and weekly cycles bring calls that an hour does not.',
  source: 'The policy of the project: rollout.soakMinutesMin.',
  remedy: 'Wait until the time has passed.',
  role: 'gate',
  reads: [],
  methodVersion: 'dwell/1',
  weigh: (_, facts) => dwell(facts, facts.policy.rollout.soakMinutesMin, 'soak'),
});
