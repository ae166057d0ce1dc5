import type { Indicator } from '../../indicator.js';
import { measuredFact } from '../../measured-fact.js';
import { choice } from '../../score/value-function.js';

export const answersMayBeTrainedOn: Indicator = {
  id: '3.4',
  name: 'data.right_to_train',
  dimension: 'D3',
  question: 'May the vendor’s answers train the target?',
  why: 'A model made from answers that were not licensed for it can be taken away after the work is done.',
  source: 'The clause of the terms that were in force when the answers were given rules each training row.',
  basis: 'documented',
  value: choice({ permitted: 0, non_competing: 0.3, ambiguous: 0.7, forbidden: 1 }),
  halfLifeDays: 365,
  isGate: true,
  isBarrier: true,
  evidence: 'The clause of the contract or terms, with its date; here, the data set that was frozen.',
  remedy: 'Obtain written consent, or train on labels of your own people or on answers of an open teacher.',
  regulation: ['FINOS ri-23'],
  measure: ({ lineage }) =>
    lineage === null
      ? null
      : measuredFact(lineage.right, lineage.at, {
          evidence: [lineage.datasetId],
          note: `${lineage.vendorRows} of ${lineage.rows} training rows are answers of a vendor.`,
        }),
};
