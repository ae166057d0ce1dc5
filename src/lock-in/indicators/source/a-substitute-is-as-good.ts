import type { Indicator } from '../../indicator.js';
import { measuredFact } from '../../measured-fact.js';
import { choice } from '../../score/value-function.js';

export const aSubstituteIsAsGood: Indicator = {
  id: '7.1',
  name: 'substitute.parity',
  dimension: 'D7',
  question: 'Is the best substitute as good on the own work?',
  why: 'Being able to leave means having somewhere to go that does the job.',
  source:
    'A paired evaluation compares both models: the lower confidence bound of the difference is held against the margin.',
  basis: 'measured',
  value: choice({ superior: 0, non_inferior: 0.2, inconclusive: 0.6, inferior: 1 }),
  halfLifeDays: 120,
  isGate: false,
  isBarrier: true,
  evidence: 'The id of the evaluation.',
  remedy: 'Collect more rows where the candidate is wrong, and tune again.',
  regulation: ['DORA B_07.01.0120', 'FINOS ri-7'],
  measure: ({ evaluation }) =>
    evaluation === null
      ? null
      : measuredFact(evaluation.parity, evaluation.at, {
          evidence: [evaluation.runId],
          note: 'Verdict of the newest paired evaluation.',
        }),
};
