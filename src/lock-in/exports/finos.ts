import type { RegisterExport } from './export.js';
import { type Topic, topicRows } from './rows/topic-rows.js';

const topics: readonly Topic[] = [
  { column: 'ri-5', label: 'Instability of the foundation model', dimensions: ['D5'], indicators: [] },
  { column: 'ri-7', label: 'Availability of the foundation model', dimensions: ['D6', 'D7'], indicators: [] },
  { column: 'ri-8', label: 'Tampering with the model', dimensions: ['T2'], indicators: [] },
  { column: 'ri-23', label: 'Rights in what the model was made from', dimensions: [], indicators: ['t1.3'] },
  { column: 'mi-5', label: 'Acceptance testing', dimensions: [], indicators: ['7.1', '7.2', '7.5'] },
  { column: 'mi-7', label: 'Legal and contractual terms', dimensions: ['D4'], indicators: [] },
  { column: 'mi-9', label: 'Budgets and commitments', dimensions: [], indicators: ['4.3', '5.3', '6.6'] },
  { column: 'mi-10', label: 'Pinned model versions', dimensions: [], indicators: ['1.6', '5.4'] },
];

export const finos: RegisterExport = {
  id: 'finos',
  title: 'FINOS AI governance framework',
  source: 'FINOS AIGF: risks (ri) and mitigations (mi) by number.',
  rowsOf: (question) => topicRows('AIGF', topics, question),
};
