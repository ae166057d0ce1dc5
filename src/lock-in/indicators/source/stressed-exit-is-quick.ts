import { counted } from '../../in-words.js';
import type { Indicator } from '../../indicator.js';
import { measuredFact } from '../../measured-fact.js';
import { line } from '../../score/value-function.js';

export const stressedExitIsQuick: Indicator = {
  id: '6.4',
  name: 'exit_plan.hours',
  dimension: 'D6',
  question: 'How long does leaving take under stress, against what the function can bear?',
  why: 'A way out that takes longer than the harm can wait is none.',
  source:
    'A drill under stress measures the time from the order to all traffic on the substitute; it is divided by the impact tolerance.',
  basis: 'measured',
  value: line('ratio', [0, 0], [0.5, 0], [1, 0.4], [2, 0.9], [3, 1]),
  halfLifeDays: 365,
  isGate: false,
  isBarrier: true,
  evidence: 'The id of the drill.',
  remedy: 'Keep the substitute warm, so that the move is a change of route and no installation.',
  regulation: ['DORA B_06.01.0080', 'PRA SS2/21 ch. 10'],
  measure: ({ drills }) => {
    const drill = drills
      .filter((one) => one.scenario === 'stressed' && one.hours !== null && (one.impactToleranceHours ?? 0) > 0)
      .sort((left, right) => right.at - left.at)[0];
    return drill === undefined || drill.hours === null || drill.impactToleranceHours === null
      ? null
      : measuredFact(drill.hours / drill.impactToleranceHours, drill.at, {
          evidence: [drill.id],
          note: `Leaving took ${counted(drill.hours, 'hour')}; the function can bear ${counted(drill.impactToleranceHours, 'hour')}.`,
        });
  },
};
