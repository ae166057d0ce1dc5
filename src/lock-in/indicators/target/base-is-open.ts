import type { Indicator } from '../../indicator.js';
import { measuredFact } from '../../measured-fact.js';
import { choice } from '../../score/value-function.js';

export const baseIsOpen: Indicator = {
  id: 't2.4',
  name: 'weights.openness',
  dimension: 'T2',
  question: 'How open is the base model?',
  why: 'Only what is open in data, code and weights can be mended by others.',
  source: 'The Model Openness Framework gives the base a class by what was published of it.',
  basis: 'documented',
  value: choice({ I: 0, II: 0.2, III: 0.4, below: 0.8 }),
  halfLifeDays: 365,
  isGate: false,
  isBarrier: false,
  evidence: 'The record of the Model Openness Tool.',
  remedy: 'Prefer a base of a better openness class when the next one is chosen.',
  regulation: ['NIST GOVERN 6.1'],
  measure: ({ target }) =>
    target === null || target.opennessClass === null
      ? null
      : measuredFact(target.opennessClass, target.at, {
          evidence: [target.runId],
          note: `${target.base} is of class ${target.opennessClass}.`,
        }),
};
