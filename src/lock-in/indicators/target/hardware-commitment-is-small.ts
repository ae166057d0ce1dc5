import type { Indicator } from '../../indicator.js';
import { line } from '../../score/value-function.js';

export const hardwareCommitmentIsSmall: Indicator = {
  id: 't4.3',
  name: 'compute.commitment',
  dimension: 'T4',
  question: 'How much reserved hardware is still to be paid?',
  why: 'Reserved machines bind like a contract with the old vendor did.',
  source: 'The order says what remains committed; it is divided by the cost of a year.',
  basis: 'declared',
  value: line('ratio', [0, 0], [1, 1]),
  halfLifeDays: 90,
  isGate: false,
  isBarrier: false,
  evidence: 'The order of the hardware.',
  remedy: 'Reserve for shorter terms from now on.',
  regulation: ['DORA B_02.01.0050'],
  measure: null,
};
