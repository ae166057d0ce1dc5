import type { Indicator } from '../../indicator.js';
import { measuredFact } from '../../measured-fact.js';
import { line } from '../../score/value-function.js';

export const baseIsCurrent: Indicator = {
  id: 't3.1',
  name: 'support.superseded',
  dimension: 'T3',
  question: 'For how long has the base been superseded?',
  why: 'Nobody mends what was replaced.',
  source: 'Successors of the family in the catalogue.',
  basis: 'measured',
  value: line('months', [0, 0], [12, 0.4], [24, 0.8], [36, 1]),
  halfLifeDays: 90,
  isGate: false,
  isBarrier: false,
  evidence: 'Catalogue.',
  remedy: 'Plan the move to the successor of the base.',
  regulation: ['FINOS ri-5'],
  measure: ({ target }) =>
    target === null || target.supersededMonths === null
      ? null
      : measuredFact(target.supersededMonths, target.at, { evidence: [target.runId], note: `Base ${target.base}.` }),
};
