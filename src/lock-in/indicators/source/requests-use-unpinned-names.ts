import type { Indicator } from '../../indicator.js';
import { measuredFact } from '../../measured-fact.js';
import { line } from '../../score/value-function.js';

export const requestsUseUnpinnedNames: Indicator = {
  id: '1.6',
  name: 'exposure.unpinned',
  dimension: 'D1',
  question: 'Which share of the requests asks for a model without a date?',
  why: 'Behind an undated name the vendor changes the model when it likes.',
  source: 'Names in captured requests count that carry no dated snapshot or stand in the list of moving names.',
  basis: 'measured',
  value: line('share', [0, 0], [1, 1]),
  halfLifeDays: 30,
  isGate: false,
  isBarrier: false,
  evidence: 'The ids of calls that asked for such a name.',
  remedy: 'Ask for dated snapshots instead of moving names.',
  regulation: ['FINOS mi-10'],
  measure: ({ traffic }) => {
    if (traffic === null || traffic.calls === 0) {
      return null;
    }
    return measuredFact(traffic.unpinnedCalls / traffic.calls, traffic.untilAt, {
      evidence: traffic.sampleIds.unpinned,
      note: `${traffic.unpinnedCalls} of ${traffic.calls} calls name no snapshot.`,
    });
  },
};
