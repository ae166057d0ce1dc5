import type { Indicator } from '../../indicator.js';
import { measuredFact } from '../../measured-fact.js';
import { line } from '../../score/value-function.js';

export const tuningStaysAModification: Indicator = {
  id: 't6.1',
  name: 'role.compute',
  dimension: 'T6',
  question: 'How much compute did tuning take against the base’s own training?',
  why: 'Above a third of it the EU treats the tuner as provider of the model.',
  source:
    'Run records say how much compute tuning took; it is divided by that of the base’s own training. EU guidelines on general-purpose AI of 2025-07-18.',
  basis: 'measured',
  value: line('ratio', [0, 0], [0.1, 0.3], [0.333, 1]),
  halfLifeDays: 3650,
  isGate: false,
  isBarrier: false,
  evidence: 'The record of the training run.',
  remedy: 'Stay below a third of the compute of the base, or prepare for the duties of a provider.',
  regulation: ['EU AI Act GPAI guidelines'],
  measure: ({ target }) =>
    target === null || target.computeShare === null
      ? null
      : measuredFact(target.computeShare, target.at, {
          evidence: [target.runId],
          note: target.isOwnWork
            ? 'Trained from nothing: no general-purpose model was modified.'
            : 'From the record of the training run.',
        }),
};
