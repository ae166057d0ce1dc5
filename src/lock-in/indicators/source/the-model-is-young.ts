import type { Indicator } from '../../indicator.js';
import { dayMs, measuredFact } from '../../measured-fact.js';
import { line } from '../../score/value-function.js';

export const theModelIsYoung: Indicator = {
  id: '5.5',
  name: 'lifecycle.age',
  dimension: 'D5',
  question: 'How old is the model against the usual life of the developer’s models?',
  why: 'Old models are the next to go.',
  source: 'The catalogue knows the release of each model and the shutdowns of those before it.',
  basis: 'measured',
  value: line('ratio', [0, 0], [1, 0.7], [1.5, 1]),
  halfLifeDays: 90,
  isGate: false,
  isBarrier: false,
  evidence: 'The lifecycle records of the developer.',
  remedy: 'Plan the move to the next version, or to the open candidate, before an end is announced.',
  regulation: ['FINOS ri-5'],
  measure: ({ catalog, now }) => {
    const ages = (catalog?.models ?? []).flatMap((one) =>
      one.releasedAt === null || one.medianLifeDaysOfDeveloper === null
        ? []
        : [(now - one.releasedAt) / dayMs / one.medianLifeDaysOfDeveloper],
    );
    return catalog === null || ages.length === 0
      ? null
      : measuredFact(Math.max(...ages), catalog.observedAt, {
          evidence: [],
          note: 'Age over the median life of retired models, oldest model in use.',
        });
  },
};
