import { agoInWords } from '../../in-words.js';
import type { Indicator } from '../../indicator.js';
import { dayMs, measuredFact, newestDrill } from '../../measured-fact.js';
import { choice } from '../../score/value-function.js';

export const artefactsCanBeExported: Indicator = {
  id: '3.3',
  name: 'data.export',
  dimension: 'D3',
  question: 'Has the export of everything the vendor holds been tried?',
  why: 'An export that nobody tried is a hope.',
  source: 'An export drill with its log shows it; without one, only what the documents promise is known.',
  basis: 'declared with evidence',
  value: choice({ tested_recent: 0, tested_old: 0.4, documented: 0.7, none: 1 }),
  halfLifeDays: 180,
  isGate: false,
  isBarrier: true,
  evidence: 'The log of the export and its digest.',
  remedy: 'Run the export once in full, read it back, and keep the log as evidence.',
  regulation: ['Data Act art. 25', 'RTS 2024/1773 art. 10'],
  measure: ({ drills, now }) => {
    const drill = newestDrill(drills, 'export');
    if (drill === null || !drill.passed) {
      return null;
    }
    const value = now - drill.at <= 180 * dayMs ? 'tested_recent' : 'tested_old';
    return measuredFact(value, drill.at, {
      evidence: [drill.id],
      note: `An export passed ${agoInWords((now - drill.at) / dayMs)}.`,
    });
  },
};
