import { isFiltered, isTruncated } from '../../quality/signals.js';
import { type CurationAction, dropFromTraining } from '../curation-action.js';

export const dropTruncated: CurationAction = {
  id: 'drop-truncated',
  question: 'Should training rows whose answer was cut off go?',
  does: 'Takes training rows out whose answer ended because its budget was used up, or which the vendor cut or withheld.',
  safe: true,
  changes: ['Q02', 'Q03', 'V01'],
  parameters: [],
  needsPrivacy: false,
  looksFirst: false,
  start: () => dropFromTraining(({ example }) => isTruncated(example.traits) || isFiltered(example.traits)),
};
