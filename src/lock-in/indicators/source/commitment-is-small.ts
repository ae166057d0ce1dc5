import type { Indicator } from '../../indicator.js';
import { line } from '../../score/value-function.js';

export const commitmentIsSmall: Indicator = {
  id: '4.3',
  name: 'contract.commitment',
  dimension: 'D4',
  question: 'How much spending is still committed?',
  why: 'Money that is owed anyway argues against leaving.',
  source: 'The order form says what remains committed; it is divided by the spending of a year.',
  basis: 'declared',
  value: line('ratio', [0, 0], [0.5, 0.5], [1, 1]),
  halfLifeDays: 90,
  isGate: false,
  isBarrier: true,
  evidence: 'The order form.',
  remedy: 'Do not renew the commitment; let it run out before the move.',
  regulation: ['DORA B_02.01.0050'],
  measure: null,
};
