import type { Indicator } from '../../indicator.js';
import { line } from '../../score/value-function.js';

export const noticeCoversTheExit: Indicator = {
  id: '4.1',
  name: 'contract.notice',
  dimension: 'D4',
  question: 'Is the notice of the contract long enough to leave?',
  why: 'A notice shorter than the way out is a notice of failure.',
  source: 'The days of notice by contract are divided by the exit lead time, which is measured on own migrations.',
  basis: 'measured',
  value: line('ratio', [0, 1], [0.5, 0.7], [1, 0.3], [1.5, 0]),
  halfLifeDays: 365,
  isGate: false,
  isBarrier: true,
  evidence: 'The clause on notice; the lead time is on record here.',
  remedy: 'Negotiate a longer notice, and shorten the way out by rehearsing it.',
  regulation: ['DORA B_02.02.0100', 'DORA B_02.02.0110', 'Data Act art. 25'],
  measure: null,
};
