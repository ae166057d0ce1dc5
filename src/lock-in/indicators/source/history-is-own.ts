import type { Indicator } from '../../indicator.js';
import { measuredFact } from '../../measured-fact.js';
import { line } from '../../score/value-function.js';

export const historyIsOwn: Indicator = {
  id: '3.1',
  name: 'data.replayable',
  dimension: 'D3',
  question: 'Which share of the calls cannot be replayed from own storage?',
  why: 'Without question, parameters and answer there is nothing to train on and nothing to compare with.',
  source:
    'The stored exchanges that hold both bodies are held against the invoiced calls, or against the captured ones where there is no invoice.',
  basis: 'measured',
  value: line('share', [0, 0], [1, 1]),
  halfLifeDays: 30,
  isGate: false,
  isBarrier: true,
  evidence: 'The counts of stored calls, and the invoice where there is one.',
  remedy: 'Capture requests and answers with their bodies, and keep them as long as training and comparison need them.',
  regulation: ['Data Act art. 25'],
  measure: ({ traffic, invoice }) => {
    if (traffic === null || traffic.calls === 0) {
      return null;
    }
    const all = Math.max(traffic.calls, invoice?.invoicedCalls ?? 0);
    return measuredFact(Math.max(0, 1 - traffic.storedReplayable / all), traffic.untilAt, {
      evidence: invoice === null ? [] : [invoice.id],
      note: `${traffic.storedReplayable} of ${all} calls can be replayed.`,
    });
  },
};
