import type { Indicator } from '../../indicator.js';
import { measuredFact } from '../../measured-fact.js';
import { line } from '../../score/value-function.js';

export const requestsLeanOnStateAtTheVendor: Indicator = {
  id: '2.3',
  name: 'features.state',
  dimension: 'D2',
  question: 'Which share of the requests depends on state that the vendor holds?',
  why: 'Threads, files and caches at the vendor end with the contract, or earlier by retention.',
  source:
    'Captured requests are searched for ids of threads, responses, files, vector stores, caches and tuned models.',
  basis: 'measured',
  value: line('share', [0, 0], [0.5, 0.8], [1, 1]),
  halfLifeDays: 30,
  isGate: false,
  isBarrier: true,
  evidence: 'The ids of calls that name state at the vendor.',
  remedy: 'Keep threads, files and conversation state in a store of your own and send them with each call.',
  regulation: ['Data Act art. 25'],
  measure: ({ traffic }) => {
    if (traffic === null || traffic.calls === 0) {
      return null;
    }
    const unread =
      traffic.unreadCalls === 0 ? '' : ` ${traffic.unreadCalls} could not be read and count as if they did.`;
    return measuredFact((traffic.statefulCalls + traffic.unreadCalls) / traffic.calls, traffic.untilAt, {
      evidence: traffic.sampleIds.stateful,
      note: `${traffic.statefulCalls} of ${traffic.calls} calls name state at the vendor.${unread}`,
    });
  },
};
