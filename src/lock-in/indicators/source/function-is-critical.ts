import type { Indicator } from '../../indicator.js';
import { choice } from '../../score/value-function.js';

export const functionIsCritical: Indicator = {
  id: '1.4',
  name: 'exposure.criticality',
  dimension: 'D1',
  question: 'How critical is the function that depends on the model?',
  why: 'The same dependence is a nuisance for one function and a stop of business for another.',
  source: 'The brief or the register of functions declares it, after the questions of EBA/GL/2019/02 ¶54–55.',
  basis: 'declared',
  value: choice({ none: 0, supporting: 0.4, important: 0.8, critical: 1 }),
  halfLifeDays: 365,
  isGate: false,
  isBarrier: false,
  evidence: 'The id of the function in the register, or of the project whose brief says it.',
  remedy: 'Split the function, so that its critical part no longer needs the model.',
  regulation: ['DORA B_06.01', 'EBA/GL/2019/02 ¶54'],
  measure: null,
};
