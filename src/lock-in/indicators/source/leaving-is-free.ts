import type { Indicator } from '../../indicator.js';
import { choice } from '../../score/value-function.js';

export const leavingIsFree: Indicator = {
  id: '4.7',
  name: 'contract.switching_charges',
  dimension: 'D4',
  question: 'What does the vendor charge for leaving?',
  why: 'Charges for leaving are lock-in with an invoice.',
  source: 'The price list or the contract says it; Data Act art. 29 allows no charges from 2027-01-12 on.',
  basis: 'documented',
  value: choice({ none: 0, at_cost: 0.3, above_cost: 1 }),
  halfLifeDays: 365,
  isGate: false,
  isBarrier: true,
  evidence: 'The price list, or the clause on charges.',
  remedy: 'Refuse charges for switching, with reference to article 29 of the Data Act.',
  regulation: ['Data Act art. 29'],
  measure: null,
};
