import type { Indicator } from '../../indicator.js';
import { choice } from '../../score/value-function.js';

export const somebodySupportsIt: Indicator = {
  id: 't3.4',
  name: 'support.contract',
  dimension: 'T3',
  question: 'Who answers when it breaks at night?',
  why: 'An open model has no hotline unless somebody pays for one.',
  source: 'A support contract, or a rota of own people, says who is called.',
  basis: 'declared',
  value: choice({ contract: 0, internal: 0.3, none: 1 }),
  halfLifeDays: 365,
  isGate: false,
  isBarrier: false,
  evidence: 'The contract or the rota.',
  remedy: 'Buy support, or put own people on call.',
  regulation: ['NIST GOVERN 6.2'],
  measure: null,
};
