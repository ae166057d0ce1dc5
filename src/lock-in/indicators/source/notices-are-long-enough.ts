import type { Indicator } from '../../indicator.js';
import { measuredFact } from '../../measured-fact.js';
import { line } from '../../score/value-function.js';

export const noticesAreLongEnough: Indicator = {
  id: '5.2',
  name: 'lifecycle.notices',
  dimension: 'D5',
  question: 'How often was the developer’s notice shorter than the way out?',
  why: 'What happened with the last models happens with the next.',
  source: 'Each announcement in the catalogue is held against the shutdown that followed it.',
  basis: 'measured',
  value: line('share', [0, 0], [1, 1]),
  halfLifeDays: 365,
  isGate: false,
  isBarrier: false,
  evidence: 'The table of notices in the catalogue.',
  remedy: 'Shorten the way out until it fits into the shortest notice that was ever given.',
  regulation: ['FINOS ri-5'],
  measure: ({ catalog }) =>
    catalog === null || catalog.notices.all === 0
      ? null
      : measuredFact(catalog.notices.shorterThanLeadTime / catalog.notices.all, catalog.observedAt, {
          evidence: [],
          note: `${catalog.notices.shorterThanLeadTime} of ${catalog.notices.all} notices were shorter than the way out.`,
        }),
};
