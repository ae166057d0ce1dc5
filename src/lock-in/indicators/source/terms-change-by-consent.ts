import type { Indicator } from '../../indicator.js';
import { choice } from '../../score/value-function.js';

export const termsChangeByConsent: Indicator = {
  id: '4.2',
  name: 'contract.unilateral_change',
  dimension: 'D4',
  question: 'May the vendor change price or terms on its own?',
  why: 'What the vendor may change alone, it will change at the dearest moment.',
  source: 'The clause of the contract on changes of price and terms says it.',
  basis: 'documented',
  value: choice({ consent: 0, d90: 0.3, d30: 0.7, any_time: 1 }),
  halfLifeDays: 365,
  isGate: false,
  isBarrier: false,
  evidence: 'The clause on changes.',
  remedy: 'Negotiate a hold on prices and terms for the time that leaving takes.',
  regulation: ['EBA/GL/2019/02 ¶75'],
  measure: null,
};
