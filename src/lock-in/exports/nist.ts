import type { RegisterExport } from './export.js';
import { type Topic, topicRows } from './rows/topic-rows.js';

const topics: readonly Topic[] = [
  {
    column: 'GOVERN 6.1',
    label: 'Risks of third-party software and data, rights included',
    dimensions: ['D4', 'T1'],
    indicators: ['3.4'],
  },
  {
    column: 'GOVERN 6.2',
    label: 'Contingency for failures of third parties',
    dimensions: ['D6', 'D7'],
    indicators: [],
  },
  {
    column: '600-1 2.12',
    label: 'Value chain and integration of components',
    dimensions: ['D1', 'D5', 'T2', 'T3'],
    indicators: [],
  },
];

export const nist: RegisterExport = {
  id: 'nist',
  title: 'NIST AI risk management framework',
  source: 'NIST AI RMF, GOVERN 6, and NIST AI 600-1, section 2.12.',
  rowsOf: (question) => topicRows('AI RMF', topics, question),
};
