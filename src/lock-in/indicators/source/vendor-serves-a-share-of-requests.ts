import type { Indicator } from '../../indicator.js';
import { measuredFact } from '../../measured-fact.js';
import { line } from '../../score/value-function.js';

export const vendorServesAShareOfRequests: Indicator = {
  id: '1.1',
  name: 'exposure.requests',
  dimension: 'D1',
  question: 'Which share of the requests does the vendor serve?',
  why: 'Whatever share the vendor serves stands still on the day it stops.',
  source:
    'The captured calls of thirty days are counted by vendor, each weighed by the criticality of its flow. DORA art. 29.',
  basis: 'measured',
  value: line('share', [0, 0], [1, 1]),
  halfLifeDays: 30,
  isGate: false,
  isBarrier: false,
  evidence: 'The service shows the counts themselves; no document is needed.',
  remedy: 'Shift one segment of the traffic to a substitute that passed its comparison.',
  regulation: ['DORA art. 29'],
  measure: ({ traffic }) => {
    if (traffic === null || traffic.calls === 0) {
      return null;
    }
    const own = traffic.callsByVendor.own ?? 0;
    return measuredFact(traffic.vendorShare, traffic.untilAt, {
      evidence: [],
      note: `${traffic.calls - own} of ${traffic.calls} calls went to a vendor; weighed by criticality ${(100 * traffic.vendorShare).toFixed(1)} %.`,
    });
  },
};
