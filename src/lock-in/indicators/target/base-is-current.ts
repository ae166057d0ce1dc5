import { counted } from '../../in-words.js';
import type { Indicator } from '../../indicator.js';
import { measuredFact } from '../../measured-fact.js';
import { line } from '../../score/value-function.js';

export const baseIsCurrent: Indicator = {
  id: 't3.1',
  name: 'support.superseded',
  dimension: 'T3',
  question: 'For how long has the base been superseded?',
  why: 'Nobody mends what was replaced.',
  source: 'The catalogue knows the successors of each family, and since when they exist.',
  basis: 'measured',
  value: line('months', [0, 0], [12, 0.4], [24, 0.8], [36, 1]),
  halfLifeDays: 90,
  isGate: false,
  isBarrier: false,
  evidence: 'The entries of the family in the catalogue.',
  remedy: 'Plan the move to the successor of the base.',
  regulation: ['FINOS ri-5'],
  measure: ({ target }) => {
    if (target === null || target.supersededMonths === null) {
      return null;
    }
    const { base, supersededMonths: months } = target;
    const note =
      months === 0
        ? `Nothing has superseded ${base} so far.`
        : `${base} was superseded ${counted(Math.round(months), 'month')} ago.`;
    return measuredFact(months, target.at, { evidence: [target.runId], note });
  },
};
