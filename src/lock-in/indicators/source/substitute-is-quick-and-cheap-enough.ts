import type { Indicator } from '../../indicator.js';
import { measuredFact } from '../../measured-fact.js';
import { choice } from '../../score/value-function.js';

export const substituteIsQuickAndCheapEnough: Indicator = {
  id: '7.3',
  name: 'substitute.tolerance',
  dimension: 'D7',
  question: 'Are latency and cost of the substitute within what is tolerated?',
  why: 'A substitute that is too slow or too dear will not be used when it counts.',
  source:
    'The guardrail judges the latency while both arms answer. The cost is in tolerance where a call of the candidate costs no more than one of the incumbent over thirty days, and every call of both has a price. Own machines have no price for each call: then it is not known.',
  basis: 'measured',
  value: choice({ both: 0, one: 0.5, none: 1 }),
  halfLifeDays: 90,
  isGate: false,
  isBarrier: true,
  evidence: 'The guardrail’s window, or the shadow run.',
  remedy: 'Serve from larger hardware, quantise the weights, or choose a smaller base.',
  regulation: ['FINOS ri-7'],
  measure: ({ shadow }) => {
    if (shadow === null || shadow.latencyInTolerance === null || shadow.costInTolerance === null) {
      return null;
    }
    const met = Number(shadow.latencyInTolerance) + Number(shadow.costInTolerance);
    return measuredFact(met === 2 ? 'both' : met === 1 ? 'one' : 'none', shadow.at, {
      evidence: [shadow.runId],
      note: 'Latency by its guardrail; cost of a call on either arm.',
    });
  },
};
