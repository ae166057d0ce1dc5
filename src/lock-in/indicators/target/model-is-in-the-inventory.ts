import type { Indicator } from '../../indicator.js';
import { choice } from '../../score/value-function.js';

export const modelIsInTheInventory: Indicator = {
  id: 't6.2',
  name: 'role.inventory',
  dimension: 'T6',
  question: 'Is the model in the inventory, and validated?',
  why: 'A model that risk management does not know cannot be relied on.',
  source: 'The model inventory has an entry for it, and the entry its validation.',
  basis: 'declared with evidence',
  value: choice({ validated: 0, listed: 0.5, none: 1 }),
  halfLifeDays: 365,
  isGate: false,
  isBarrier: false,
  evidence: 'The id of the entry in the model inventory.',
  remedy: 'Enter the model in the inventory and have it validated.',
  regulation: ['PRA SS1/23'],
  measure: null,
};
