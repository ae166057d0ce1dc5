import { agoInWords } from '../../in-words.js';
import type { Indicator } from '../../indicator.js';
import { dayMs, measuredFact, newestDrill } from '../../measured-fact.js';
import { choice } from '../../score/value-function.js';

export const failoverWasDrilled: Indicator = {
  id: '7.4',
  name: 'substitute.failover',
  dimension: 'D7',
  question: 'When did a failover pass last?',
  why: 'The first failover should not be the real one.',
  source: 'A drill or a rollback of this project moved traffic to the substitute and back.',
  basis: 'measured',
  value: choice({ recent: 0, older: 0.4, failed: 0.9, never: 1 }),
  halfLifeDays: 90,
  isGate: false,
  isBarrier: true,
  evidence: 'The id of the drill, or the entry of the history.',
  remedy: 'Schedule a failover drill: traffic to the substitute and back.',
  regulation: ['DORA B_07.01.0090', 'FINOS mi-5'],
  measure: ({ drills, now }) => {
    const drill = newestDrill(drills, 'failover');
    if (drill === null) {
      return null;
    }
    const age = (now - drill.at) / dayMs;
    const note = `The newest failover ${drill.passed ? 'passed' : 'failed'} ${agoInWords(age)}.`;
    const recent = age <= 90 ? 'recent' : 'older';
    return measuredFact(drill.passed ? recent : 'failed', drill.at, { evidence: [drill.id], note });
  },
};
