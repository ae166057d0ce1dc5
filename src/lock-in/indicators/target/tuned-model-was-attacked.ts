import type { Indicator } from '../../indicator.js';
import { choice } from '../../score/value-function.js';

export const tunedModelWasAttacked: Indicator = {
  id: 't2.5',
  name: 'weights.adversarial',
  dimension: 'T2',
  question: 'When was the tuned model tested against attacks and back doors?',
  why: 'Tuning can undo what made the base safe.',
  source: 'A run of an attack suite shows it, and has an age.',
  basis: 'measured',
  value: choice({ recent: 0, old: 0.5, never: 1 }),
  halfLifeDays: 180,
  isGate: false,
  isBarrier: false,
  evidence: 'The report of the attack suite.',
  remedy: 'Run an attack suite against the tuned model and keep its report.',
  regulation: ['FINOS ri-8'],
  measure: null,
};
