import type { Indicator } from '../../indicator.js';
import { choice } from '../../score/value-function.js';

export const exitPlanIsApproved: Indicator = {
  id: '6.1',
  name: 'exit_plan.status',
  dimension: 'D6',
  question: 'Is there an approved exit plan?',
  why: 'Who plans while the service is down plans badly.',
  source: 'The exit plan of the arrangement and its approval say it. DORA art. 28(8).',
  basis: 'declared with evidence',
  value: choice({ approved: 0, draft: 0.5, none: 1 }),
  halfLifeDays: 365,
  isGate: true,
  isBarrier: false,
  evidence: 'The digest of the plan that was approved.',
  remedy: 'Complete the generated exit dossier and have it approved.',
  regulation: ['DORA B_07.01.0080', 'DORA art. 28(8)', 'PRA SS2/21 ch. 10'],
  measure: null,
};
