import type { Indicator } from '../../indicator.js';
import { measuredFact } from '../../measured-fact.js';
import { line } from '../../score/value-function.js';

export const substituteKeepsTheContract: Indicator = {
  id: '7.5',
  name: 'substitute.contract_tests',
  dimension: 'D7',
  question: 'Which share of the contract tests does the substitute fail?',
  why: 'Applications break on small differences of the interface first.',
  source: 'Copied calls show how many the substitute answered in the promised form.',
  basis: 'measured',
  value: line('share', [0, 0], [1, 1]),
  halfLifeDays: 60,
  isGate: false,
  isBarrier: true,
  evidence: 'The record of the shadow run.',
  remedy: 'Mend the adapter for the calls that the substitute answers in another form.',
  regulation: ['ISO/IEC 19941'],
  measure: ({ shadow }) =>
    shadow === null || shadow.contractTests === null || shadow.contractTests.all === 0
      ? null
      : measuredFact(1 - shadow.contractTests.passed / shadow.contractTests.all, shadow.at, {
          evidence: [shadow.runId],
          note: `${shadow.contractTests.passed} of ${shadow.contractTests.all} copied calls were answered in the promised form.`,
        }),
};
