import type { Indicator } from '../../indicator.js';
import { measuredFact } from '../../measured-fact.js';
import { line } from '../../score/value-function.js';

export const capacitySurvivesALoss: Indicator = {
  id: 't4.2',
  name: 'compute.headroom',
  dimension: 'T4',
  question: 'Is there enough capacity when the largest node is lost?',
  why: 'Without headroom the first fault is an outage.',
  source:
    'A load test measures the capacity without the largest node; it is divided by the peak, minus one. The deployment reports it (…/lock-in/serving).',
  basis: 'measured',
  value: line('ratio', [-0.5, 1], [0, 0.6], [0.3, 0]),
  halfLifeDays: 30,
  isGate: false,
  isBarrier: false,
  evidence: 'The report of the load test.',
  remedy: 'Add a replica, and repeat the load test without the largest node.',
  regulation: ['FINOS ri-7'],
  measure: ({ serving }) => {
    const seen = serving?.loadTest;
    if (seen === undefined || seen.value.peak <= 0) {
      return null;
    }
    const { capacityWithoutLargestNode, peak } = seen.value;
    return measuredFact(capacityWithoutLargestNode / peak - 1, seen.at, {
      evidence: seen.evidence,
      note: `${capacityWithoutLargestNode} without the largest node against ${peak} at the peak.`,
    });
  },
};
