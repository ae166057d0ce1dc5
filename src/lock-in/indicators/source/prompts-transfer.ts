import type { Indicator } from '../../indicator.js';
import { measuredFact } from '../../measured-fact.js';
import { line } from '../../score/value-function.js';

export const promptsTransfer: Indicator = {
  id: '2.5',
  name: 'features.prompt_transfer',
  dimension: 'D2',
  question: 'How much worse is the candidate with the incumbent’s prompt than with its own?',
  why: 'Prompts grow around one model; the gap is work that waits before the move.',
  source:
    'Two evaluations of the candidate, one with either prompt, are compared (prompt transfer gap, arXiv 2512.01420). Comparisons made here ask both models with one prompt, so that nothing follows from them: it is unknown until somebody declares it.',
  basis: 'measured',
  value: line('points', [0, 0], [0.02, 0.3], [0.05, 0.6], [0.15, 1]),
  halfLifeDays: 120,
  isGate: false,
  isBarrier: true,
  evidence: 'The id of the evaluation with the candidate’s own prompt.',
  remedy: 'Tune the prompts for the candidate and compare both versions on the held-out rows.',
  regulation: ['FINOS mi-5'],
  measure: ({ evaluation }) =>
    evaluation === null || evaluation.promptTransferGap === null
      ? null
      : measuredFact(Math.max(0, evaluation.promptTransferGap), evaluation.at, {
          evidence: [evaluation.runId],
          note: 'Candidate with its own prompt minus candidate with the incumbent’s.',
        }),
};
