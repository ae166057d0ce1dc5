import type { Indicator } from '../../indicator.js';
import { choice } from '../../score/value-function.js';

export const leavingIsFree: Indicator = {
  id: '4.7',
  name: 'contract.switching_charges',
  dimension: 'D4',
  question: 'What does the vendor charge for leaving?',
  why: 'Charges for leaving are lock-in with an invoice.',
  source: 'Price list. Data Act art. 29: no charges from 2027-01-12.',
  basis: 'documented',
  value: choice({ none: 0, at_cost: 0.3, above_cost: 1 }),
  halfLifeDays: 365,
  isGate: false,
  isBarrier: true,
  evidence: 'Price list.',
  remedy: 'Refuse charges for switching, with reference to article 29 of the Data Act.',
  regulation: ['Data Act art. 29'],
  measure: null,
};
