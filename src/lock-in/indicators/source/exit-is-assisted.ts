import type { Indicator } from '../../indicator.js';
import { choice } from '../../score/value-function.js';

export const exitIsAssisted: Indicator = {
  id: '4.4',
  name: 'contract.exit_assistance',
  dimension: 'D4',
  question: 'Does the contract promise help with leaving, and return and deletion of data?',
  why: 'Without the promise, both are favours.',
  source: 'The clauses of the contract on leaving say it. DORA art. 28(8).',
  basis: 'documented',
  value: choice({ both: 0, one: 0.5, none: 1 }),
  halfLifeDays: 365,
  isGate: false,
  isBarrier: true,
  evidence: 'The clauses on help with leaving and on the return and deletion of data.',
  remedy: 'Add a clause on help with leaving and on return and deletion of data.',
  regulation: ['DORA art. 28(8)', 'Data Act art. 25'],
  measure: null,
};
