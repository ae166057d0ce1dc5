import { counted } from '../../in-words.js';
import type { Indicator } from '../../indicator.js';
import { measuredFact } from '../../measured-fact.js';
import { line } from '../../score/value-function.js';

export const servingIsPatched: Indicator = {
  id: 't2.3',
  name: 'weights.vulnerabilities',
  dimension: 'T2',
  question: 'How many critical faults of the serving image wait for a patch?',
  why: 'The server of the model is software on the network like any other.',
  source:
    'A scan of the serving image counts its critical and exploited faults, and has an age. The deployment reports it (…/lock-in/serving).',
  basis: 'measured',
  value: line('faults', [0, 0], [1, 0.6], [3, 1]),
  halfLifeDays: 14,
  isGate: false,
  isBarrier: false,
  evidence: 'The id of the scan.',
  remedy: 'Patch the serving image, and scan it on a schedule.',
  regulation: ['NIST 600-1 §2.12'],
  measure: ({ serving }) => {
    const seen = serving?.criticalFaults;
    return seen === undefined
      ? null
      : measuredFact(seen.value, seen.at, {
          evidence: seen.evidence,
          note: `The scan found ${counted(seen.value, 'critical or exploited fault')}.`,
        });
  },
};
