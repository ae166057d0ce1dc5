import type { Indicator } from '../../indicator.js';
import { measuredFact } from '../../measured-fact.js';
import { line } from '../../score/value-function.js';

export const criticalFlowsArePortable: Indicator = {
  id: '2.2',
  name: 'features.worst_in_critical',
  dimension: 'D2',
  question: 'What is the least portable feature in a critical flow?',
  why: 'An average hides the one call that nobody else can answer.',
  source: 'It is the largest portability weight seen in flows that are declared critical.',
  basis: 'measured',
  value: line('class weight', [0, 0], [1, 1]),
  halfLifeDays: 30,
  isGate: false,
  isBarrier: true,
  evidence: 'The ids of the critical calls that use the feature.',
  remedy: 'Replace that feature in the critical flow first, by one that an open server has too.',
  regulation: ['ISO/IEC 19941'],
  measure: ({ traffic }) => {
    if (traffic === null || traffic.criticalCalls === 0) {
      return null;
    }
    return measuredFact(traffic.worstPortabilityInCriticalFlows, traffic.untilAt, {
      evidence: traffic.features
        .filter((one) => one.portability === traffic.worstPortabilityInCriticalFlows)
        .flatMap((one) => one.sampleIds)
        .slice(0, 5),
      note: `Over ${traffic.criticalCalls} calls of critical flows.`,
    });
  },
};
