import type { Indicator } from '../../indicator.js';
import { choice } from '../../score/value-function.js';

export const auditAndServiceLevelAreAgreed: Indicator = {
  id: '4.5',
  name: 'contract.audit',
  dimension: 'D4',
  question: 'Are a right to audit and a service level agreed?',
  why: 'What may not be looked at cannot be relied on.',
  source: 'The clauses of the contract on audit and on service levels say it.',
  basis: 'documented',
  value: choice({ both: 0, one: 0.5, none: 1 }),
  halfLifeDays: 365,
  isGate: false,
  isBarrier: false,
  evidence: 'The clauses on audit and on service levels.',
  remedy: 'Add a right to audit and a service level to the contract.',
  regulation: ['DORA B_07.01.0070', 'DORA art. 30'],
  measure: null,
};
