import type { Indicator } from '../../indicator.js';
import { measuredFact } from '../../measured-fact.js';
import { line } from '../../score/value-function.js';

export const callsBypassCapture: Indicator = {
  id: '2.4',
  name: 'features.capture_gap',
  dimension: 'D2',
  question: 'Which share of the invoiced tokens was never captured?',
  why: 'Traffic that nobody sees can neither be measured nor moved.',
  source: 'The captured tokens are held against the invoiced tokens of the same period.',
  basis: 'measured',
  value: line('share', [0, 0], [0.05, 0.2], [0.2, 0.6], [0.5, 1]),
  halfLifeDays: 45,
  isGate: false,
  isBarrier: false,
  evidence: 'The id of the imported invoice.',
  remedy: 'Route the calls that pass by through the gateway; the gap says how many there are.',
  regulation: ['DORA art. 28'],
  measure: ({ invoice }) => {
    if (invoice === null || invoice.invoicedTokens <= 0) {
      return null;
    }
    const gap = Math.max(0, 1 - invoice.capturedTokens / invoice.invoicedTokens);
    return measuredFact(gap, invoice.untilAt, {
      evidence: [invoice.id],
      note: `${invoice.capturedTokens} of ${invoice.invoicedTokens} invoiced tokens were captured.`,
    });
  },
};
