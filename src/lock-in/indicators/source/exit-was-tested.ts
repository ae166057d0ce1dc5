import { agoInWords } from '../../in-words.js';
import type { Indicator } from '../../indicator.js';
import { dayMs, measuredFact, newestDrill } from '../../measured-fact.js';
import { choice } from '../../score/value-function.js';

export const exitWasTested: Indicator = {
  id: '6.3',
  name: 'exit_plan.test_age',
  dimension: 'D6',
  question: 'When was the exit tested last?',
  why: 'Plans rot: people leave, interfaces change.',
  source: 'The newest exit test that passed says it, be it a drill or a cutover of this project.',
  basis: 'declared with evidence',
  value: choice({ m12: 0, m24: 0.5, none: 1 }),
  halfLifeDays: 365,
  isGate: false,
  isBarrier: false,
  evidence: 'The report of the exit test, or the entry of the history.',
  remedy: 'Run an exit test and record it as a drill with its report.',
  regulation: ['DORA art. 28(8)', 'PRA SS2/21 ch. 10'],
  measure: ({ drills, now }) => {
    const drill = newestDrill(drills, 'exit');
    if (drill === null || !drill.passed) {
      return null;
    }
    const age = (now - drill.at) / dayMs;
    return measuredFact(age <= 365 ? 'm12' : age <= 730 ? 'm24' : 'none', drill.at, {
      evidence: [drill.id],
      note: `Tested ${agoInWords(age)}, ${drill.scenario}.`,
    });
  },
};
