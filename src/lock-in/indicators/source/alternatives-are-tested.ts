import type { Indicator } from '../../indicator.js';
import { measuredFact } from '../../measured-fact.js';
import { choice } from '../../score/value-function.js';

export const alternativesAreTested: Indicator = {
  id: '6.5',
  name: 'exit_plan.alternatives',
  dimension: 'D6',
  question: 'How many alternatives were tested?',
  why: 'An alternative that was never tried is a name on a list.',
  source: 'Evaluation runs that a substitute passed.',
  basis: 'measured',
  value: choice({ two: 0, one: 0.3, identified: 0.7, none: 1 }),
  halfLifeDays: 180,
  isGate: false,
  isBarrier: true,
  evidence: 'Eval run ids.',
  remedy: 'Evaluate.',
  regulation: ['DORA B_07.01.0110', 'DORA B_07.01.0120'],
  measure: ({ evaluation }) =>
    evaluation === null || evaluation.testedAlternatives === 0
      ? null
      : measuredFact(evaluation.testedAlternatives >= 2 ? 'two' : 'one', evaluation.at, {
          evidence: [evaluation.runId],
          note: `${evaluation.testedAlternatives} passed.`,
        }),
};
