import type { Indicator } from '../../indicator.js';
import { measuredFact } from '../../measured-fact.js';
import { line } from '../../score/value-function.js';

export const theModelAskedForAnswers: Indicator = {
  id: '5.4',
  name: 'lifecycle.silent_change',
  dimension: 'D5',
  question: 'Which share of the answers came from another model than the one asked for?',
  why: 'A silent change of model loses quality without an error.',
  source: 'The model named in each answer is held against the one in its request; moving names are resolved first.',
  basis: 'measured',
  value: line('share', [0, 0], [0.01, 0.5], [0.05, 1]),
  halfLifeDays: 30,
  isGate: false,
  isBarrier: false,
  evidence: 'The ids of calls that another model answered.',
  remedy: 'Pin dated snapshots and watch the quality of a fixed sample of calls.',
  regulation: ['FINOS mi-10'],
  measure: ({ traffic }) =>
    traffic === null || traffic.callsNamingModel === 0
      ? null
      : measuredFact(traffic.callsServedByOther / traffic.callsNamingModel, traffic.untilAt, {
          evidence: traffic.sampleIds.servedByOther,
          note: `${traffic.callsServedByOther} of ${traffic.callsNamingModel} answers that name their model came from another one.`,
        }),
};
