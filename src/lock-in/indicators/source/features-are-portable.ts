import type { Indicator } from '../../indicator.js';
import { measuredFact } from '../../measured-fact.js';
import { line } from '../../score/value-function.js';

export const featuresArePortable: Indicator = {
  id: '2.1',
  name: 'features.portability',
  dimension: 'D2',
  question: 'How portable are the features that the requests use?',
  why: 'Every feature that only one vendor has must be built anew before leaving.',
  source:
    'The worst portability class in each request is averaged; classes follow what an open server of the same interface serves. ISO/IEC 19941.',
  basis: 'measured',
  value: line('class weight', [0, 0], [1, 1]),
  halfLifeDays: 30,
  isGate: false,
  isBarrier: true,
  evidence: 'The report of features, with the ids of calls for each.',
  remedy:
    'Replace the features of classes C and D by ones that an open server has too; the list of features names the calls.',
  regulation: ['ISO/IEC 19941'],
  measure: ({ traffic }) => {
    if (traffic === null || traffic.calls === 0) {
      return null;
    }
    return measuredFact(traffic.portabilitySum / traffic.calls, traffic.untilAt, {
      evidence: [],
      note: `Mean over ${traffic.calls} calls of the worst feature in each${traffic.unreadCalls === 0 ? '' : `; ${traffic.unreadCalls} could not be read and count as not portable`}.`,
    });
  },
};
