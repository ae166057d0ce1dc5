import type { Indicator } from '../../indicator.js';
import { choice } from '../../score/value-function.js';

export const criticalPartsHavePeople: Indicator = {
  id: 't3.3',
  name: 'support.contributors',
  dimension: 'T3',
  question: 'How many people keep up the parts that everything rests on?',
  why: 'A part with one keeper ends with that keeper.',
  source:
    'The contributor absence factor (CHAOSS) of the critical parts counts how many people make half of the changes.',
  basis: 'documented',
  value: choice({ five: 0, three: 0.3, two: 0.6, one: 1 }),
  halfLifeDays: 365,
  isGate: false,
  isBarrier: false,
  evidence: 'The figure for each part, with its day.',
  remedy: 'Find a second source for the part, or help to maintain it.',
  regulation: ['NIST GOVERN 6.1'],
  measure: null,
};
