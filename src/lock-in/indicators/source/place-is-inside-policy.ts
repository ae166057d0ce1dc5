import type { Indicator } from '../../indicator.js';
import { choice } from '../../score/value-function.js';

export const placeIsInsidePolicy: Indicator = {
  id: '4.6',
  name: 'contract.place',
  dimension: 'D4',
  question: 'Do processing and storage lie where the policy allows?',
  why: 'Law of the wrong place can stop the service or open the data.',
  source: 'The data processing agreement and the region in the host of the endpoint say it.',
  basis: 'documented',
  value: choice({ inside: 0, partly: 0.5, outside: 1 }),
  halfLifeDays: 180,
  isGate: false,
  isBarrier: false,
  evidence: 'The data processing agreement and the host of the endpoint.',
  remedy: 'Use an endpoint in a region that the policy allows.',
  regulation: ['DORA B_02.02.0120'],
  measure: null,
};
