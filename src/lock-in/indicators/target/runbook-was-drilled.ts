import { agoInWords } from '../../in-words.js';
import type { Indicator } from '../../indicator.js';
import { dayMs, measuredFact, newestDrill } from '../../measured-fact.js';
import { choice } from '../../score/value-function.js';

export const runbookWasDrilled: Indicator = {
  id: 't5.2',
  name: 'people.drills',
  dimension: 'T5',
  question: 'When was the runbook drilled last?',
  why: 'A page that nobody followed is wrong somewhere.',
  source: 'The log of the newest drill that passed says it.',
  basis: 'declared with evidence',
  value: choice({ m6: 0, m12: 0.4, none: 1 }),
  halfLifeDays: 180,
  isGate: false,
  isBarrier: false,
  evidence: 'The log of the drill.',
  remedy: 'Drill the runbook and record who took part and what was found.',
  regulation: ['PRA SS2/21 ch. 10'],
  measure: ({ drills, now }) => {
    const drill = newestDrill(drills, 'runbook');
    if (drill === null || !drill.passed) {
      return null;
    }
    const age = (now - drill.at) / dayMs;
    return measuredFact(age <= 182 ? 'm6' : age <= 365 ? 'm12' : 'none', drill.at, {
      evidence: [drill.id],
      note: `Drilled ${agoInWords(age)}.`,
    });
  },
};
