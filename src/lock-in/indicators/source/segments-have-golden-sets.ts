import type { Indicator } from '../../indicator.js';
import { measuredFact } from '../../measured-fact.js';
import { line } from '../../score/value-function.js';

export const segmentsHaveGoldenSets: Indicator = {
  id: '3.5',
  name: 'data.golden_sets',
  dimension: 'D3',
  question: 'Which share of the critical segments has no reviewed reference set?',
  why: 'Where nobody wrote down what is right, no substitute can be shown to be as good.',
  source:
    'The frozen hold-out counts where it has as many rows as the policy asks and none whose answer a vendor gave: people brought the right ones. The task is one segment. It is not known where answers of a vendor are among the rows.',
  basis: 'measured',
  value: line('share', [0, 0], [1, 1]),
  halfLifeDays: 180,
  isGate: false,
  isBarrier: true,
  evidence: 'The id of the frozen data set.',
  remedy: 'Let people label a stratified sample of each critical segment and hold it out.',
  regulation: ['FINOS mi-5'],
  measure: ({ lineage }) => {
    const sets = lineage?.goldenSets ?? null;
    return lineage === null || sets === null || sets.segments === 0
      ? null
      : measuredFact(1 - sets.covered / sets.segments, lineage.at, {
          evidence: [lineage.datasetId],
          note: `${sets.covered} of ${sets.segments} segments have one; ${sets.holdoutRows} rows are held out.`,
        });
  },
};
