import type { Indicator } from '../../indicator.js';
import { measuredFact } from '../../measured-fact.js';
import { line } from '../../score/value-function.js';

export const requestsUseTunesAtTheVendor: Indicator = {
  id: '2.6',
  name: 'features.vendor_tunes',
  dimension: 'D2',
  question: 'Which share of the requests goes to a model that was tuned at the vendor?',
  why: 'Weights tuned at the vendor cannot be taken along.',
  source: 'Captured requests are searched for model names of the form ft:… or tunedModels/….',
  basis: 'measured',
  value: line('share', [0, 0], [1, 1]),
  halfLifeDays: 30,
  isGate: false,
  isBarrier: true,
  evidence: 'The ids of calls that went to a tuned model.',
  remedy: 'Train an open base on the same rows, so that the tuned weights are yours.',
  regulation: ['Data Act art. 25'],
  measure: ({ traffic }) => {
    if (traffic === null || traffic.calls === 0) {
      return null;
    }
    return measuredFact(traffic.vendorTunedCalls / traffic.calls, traffic.untilAt, {
      evidence: traffic.sampleIds.vendorTuned,
      note: `${traffic.vendorTunedCalls} of ${traffic.calls} calls went to a model that was tuned at the vendor.`,
    });
  },
};
