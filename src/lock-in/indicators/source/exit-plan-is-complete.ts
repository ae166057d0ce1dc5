import type { Indicator } from '../../indicator.js';
import { line } from '../../score/value-function.js';

export const exitPlanIsComplete: Indicator = {
  id: '6.2',
  name: 'exit_plan.items',
  dimension: 'D6',
  question: 'Which share of the twelve items of an exit plan has no evidence?',
  why: 'A plan without proof of its parts is prose.',
  source: 'Twelve items are asked for, each with what shows it. RTS (EU) 2024/1773 art. 10.',
  basis: 'declared with evidence',
  value: line('share', [0, 0], [1, 1]),
  halfLifeDays: 365,
  isGate: false,
  isBarrier: false,
  evidence: 'What shows each item.',
  remedy: 'Give each open item of the plan its evidence; the exit plan lists them.',
  regulation: ['RTS 2024/1773 art. 10'],
  measure: null,
};
