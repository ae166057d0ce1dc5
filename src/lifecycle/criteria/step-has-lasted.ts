import { defineCriterion } from '../criterion.js';
import { dwell } from '../dwell.js';

export const stepHasLasted = defineCriterion({
  id: 'step-has-lasted',
  question: 'Has the step lasted long enough, pauses not counted?',
  why: 'Some harm needs time to show: quotas, caches, complaints.',
  source: 'The policy of the project: rollout.minutesPerStepMin.',
  remedy: 'Wait until the time has passed.',
  role: 'gate',
  reads: [],
  methodVersion: 'dwell/1',
  weigh: (_, facts) => dwell(facts, facts.policy.rollout.minutesPerStepMin, 'step'),
});
