import type { Indicator } from '../../indicator.js';
import { measuredFact } from '../../measured-fact.js';
import { choice } from '../../score/value-function.js';

export const substituteIsQuickAndCheapEnough: Indicator = {
  id: '7.3',
  name: 'substitute.tolerance',
  dimension: 'D7',
  question: 'Are latency and cost of the substitute within what is tolerated?',
  why: 'A substitute that is too slow or too dear will not be used when it counts.',
  source: 'Shadow run: 95th percentile of latency and cost of a request, both against the incumbent.',
  basis: 'measured',
  value: choice({ both: 0, one: 0.5, none: 1 }),
  halfLifeDays: 90,
  isGate: false,
  isBarrier: true,
  evidence: 'Shadow run id.',
  remedy: 'Resize, quantise.',
  regulation: ['FINOS ri-7'],
  measure: ({ shadow }) => {
    if (shadow === null || shadow.latencyInTolerance === null || shadow.costInTolerance === null) {
      return null;
    }
    const met = Number(shadow.latencyInTolerance) + Number(shadow.costInTolerance);
    return measuredFact(met === 2 ? 'both' : met === 1 ? 'one' : 'none', shadow.at, {
      evidence: [shadow.runId],
      note: 'From shadow traffic.',
    });
  },
};
