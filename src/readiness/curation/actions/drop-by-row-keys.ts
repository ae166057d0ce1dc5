import { type CurationAction, drop, rowByRow } from '../curation-action.js';

export const dropByRowKeys: CurationAction = {
  id: 'drop-by-row-keys',
  question: 'Which rows should go, by their keys?',
  does: 'Takes out exactly the rows that are named, on either side.',
  safe: false,
  changes: ['V01', 'V03'],
  parameters: [
    { name: 'rowKeys', kind: 'row keys', about: 'As the evidence of a finding names them, in full.', required: true },
  ],
  needsPrivacy: false,
  looksFirst: false,
  start: (_context, { rowKeys }) => {
    const named = new Set(Array.isArray(rowKeys) ? (rowKeys as readonly string[]) : []);
    return rowByRow(({ facts }) => (named.has(facts.example.rowKey) ? drop : null));
  },
};
