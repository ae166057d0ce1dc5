import type { Indicator } from '../../indicator.js';
import { choice } from '../../score/value-function.js';

export const exitHasOwnerAndBudget: Indicator = {
  id: '6.6',
  name: 'exit_plan.owner',
  dimension: 'D6',
  question: 'Are an owner and a budget named for the exit?',
  why: 'What belongs to nobody is done by nobody.',
  source: 'The register names the owner and the sum.',
  basis: 'declared',
  value: choice({ both: 0, one: 0.5, none: 1 }),
  halfLifeDays: 365,
  isGate: false,
  isBarrier: false,
  evidence: 'The names and the sum in the register.',
  remedy: 'Name an owner and a budget for the exit.',
  regulation: ['PRA SS2/21 ch. 10'],
  measure: null,
};
