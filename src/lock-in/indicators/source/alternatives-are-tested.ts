import { counted } from '../../in-words.js';
import type { Indicator } from '../../indicator.js';
import { measuredFact } from '../../measured-fact.js';
import { choice } from '../../score/value-function.js';

export const alternativesAreTested: Indicator = {
  id: '6.5',
  name: 'exit_plan.alternatives',
  dimension: 'D6',
  question: 'How many alternatives were tested?',
  why: 'An alternative that was never tried is a name on a list.',
  source: 'Distinct bases count, by recipe or served model, whose newest comparison passed.',
  basis: 'measured',
  value: choice({ two: 0, one: 0.3, identified: 0.7, none: 1 }),
  halfLifeDays: 180,
  isGate: false,
  isBarrier: true,
  evidence: 'The ids of the evaluations that passed.',
  remedy: 'Compare one more open base on the held-out rows.',
  regulation: ['DORA B_07.01.0110', 'DORA B_07.01.0120'],
  measure: ({ evaluation }) => {
    if (evaluation === null || evaluation.testedAlternatives === 0) {
      return null;
    }
    const isTwo = evaluation.testedAlternatives >= 2;
    const shown = (evaluation.alternatives ?? []).slice(0, isTwo ? 2 : 1);
    // Two were tested since the older of them was.
    const at = shown.reduce((oldest, one) => Math.min(oldest, one.at), evaluation.at);
    const names = shown.flatMap(({ base }) => base ?? []).join(', ');
    return measuredFact(isTwo ? 'two' : 'one', at, {
      evidence: shown.length === 0 ? [evaluation.runId] : shown.map(({ runId }) => runId),
      note: `${counted(evaluation.testedAlternatives, 'base')} passed${names === '' ? '' : `: ${names}`}.`,
    });
  },
};
