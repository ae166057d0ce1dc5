import type { Indicator } from '../../indicator.js';
import { measuredFact } from '../../measured-fact.js';
import { line } from '../../score/value-function.js';

export const criticalTrafficIsCovered: Indicator = {
  id: '7.2',
  name: 'substitute.coverage',
  dimension: 'D7',
  question: 'Which share of the critical traffic has no substitute that passed?',
  why: 'Moving the easy nine tenths leaves the tenth that matters.',
  source: 'Critical segments count as covered where an evaluation of them passed.',
  basis: 'measured',
  value: line('share', [0, 0], [1, 1]),
  halfLifeDays: 120,
  isGate: false,
  isBarrier: true,
  evidence: 'The id of the evaluation.',
  remedy: 'Collect rows of the segments that did not pass, and tune for them.',
  regulation: ['DORA B_07.01.0050'],
  measure: ({ evaluation }) =>
    evaluation === null || evaluation.criticalSegments === 0
      ? null
      : measuredFact(1 - evaluation.coveredCriticalSegments / evaluation.criticalSegments, evaluation.at, {
          evidence: [evaluation.runId],
          note: `${evaluation.coveredCriticalSegments} of ${evaluation.criticalSegments} critical segments.`,
        }),
};
