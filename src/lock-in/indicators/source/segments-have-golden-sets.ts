import type { Indicator } from '../../indicator.js';
import { measuredFact } from '../../measured-fact.js';
import { line } from '../../score/value-function.js';

export const segmentsHaveGoldenSets: Indicator = {
  id: '3.5',
  name: 'data.golden_sets',
  dimension: 'D3',
  question: 'Which share of the critical segments has no reviewed reference set?',
  why: 'Where nobody wrote down what is right, no substitute can be shown to be as good.',
  source: 'Segments with enough reviewed rows in the hold-out.',
  basis: 'measured',
  value: line('share', [0, 0], [1, 1]),
  halfLifeDays: 180,
  isGate: false,
  isBarrier: true,
  evidence: 'Dataset ids.',
  remedy: 'Label a stratified sample.',
  regulation: ['FINOS mi-5'],
  measure: ({ evaluation }) =>
    evaluation === null || evaluation.segments === 0
      ? null
      : measuredFact(1 - evaluation.segmentsWithGoldenSet / evaluation.segments, evaluation.at, {
          evidence: [evaluation.runId],
          note: `${evaluation.segmentsWithGoldenSet} of ${evaluation.segments} segments have one.`,
        }),
};
