import type { Indicator } from '../../indicator.js';
import { choice } from '../../score/value-function.js';

export const severalPeopleCanRunIt: Indicator = {
  id: 't5.1',
  name: 'people.able',
  dimension: 'T5',
  question: 'How many people can retrain and run the model?',
  why: 'Knowledge in one head is lock-in to that head.',
  source: 'The people who have done both are named on record.',
  basis: 'declared',
  value: choice({ four: 0, three: 0.3, two: 0.6, one: 1 }),
  halfLifeDays: 180,
  isGate: false,
  isBarrier: false,
  evidence: 'The names on record.',
  remedy: 'Train a second person until they have retrained and run the model alone.',
  regulation: ['NIST GOVERN 6.2'],
  measure: null,
};
