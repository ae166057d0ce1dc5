import type { Indicator } from '../../indicator.js';
import { measuredFact } from '../../measured-fact.js';
import { choice } from '../../score/value-function.js';

export const weightsComeFromPermittedAnswers: Indicator = {
  id: 't1.3',
  name: 'licence.lineage',
  dimension: 'T1',
  question: 'Were the weights made from answers of a closed model, and was that allowed?',
  why: 'What the vendor forbade stays in the weights.',
  source: 'The lineage of the data set names the vendor of each training row and the terms that were in force.',
  basis: 'measured',
  value: choice({ no: 0, permitted: 0.1, non_competing: 0.4, ambiguous: 0.75, forbidden: 1 }),
  halfLifeDays: 365,
  isGate: true,
  isBarrier: false,
  evidence: 'The report on the lineage of the data set.',
  remedy: 'Drop the rows whose answers may not be learnt from, and train again.',
  regulation: ['FINOS ri-23'],
  measure: ({ lineage }) =>
    lineage === null
      ? null
      : measuredFact(lineage.vendorRows === 0 ? 'no' : lineage.right, lineage.at, {
          evidence: [lineage.datasetId],
          note: `${lineage.vendorRows} of ${lineage.rows} training rows are answers of a vendor.`,
        }),
};
