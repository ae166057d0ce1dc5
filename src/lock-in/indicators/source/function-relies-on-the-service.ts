import type { Indicator } from '../../indicator.js';
import { choice } from '../../score/value-function.js';

export const functionReliesOnTheService: Indicator = {
  id: '1.5',
  name: 'exposure.reliance',
  dimension: 'D1',
  question: 'How much does the function rely on the service?',
  why: 'A function that goes on by hand for a week is less bound than one that stops at once.',
  source: 'The register declares it after a business impact analysis, in the words of ITS (EU) 2024/2956.',
  basis: 'declared',
  value: choice({ not_significant: 0, low: 0.33, material: 0.67, full: 1 }),
  halfLifeDays: 365,
  isGate: false,
  isBarrier: false,
  evidence: 'The record of the business impact analysis.',
  remedy: 'Write down and rehearse a procedure by which people carry on without the service.',
  regulation: ['DORA B_02.02.0180'],
  measure: null,
};
