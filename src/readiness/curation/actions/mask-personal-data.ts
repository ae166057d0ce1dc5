import { maskedGroups, maskPrivate } from '../../privacy/mask-private.js';
import { type CurationAction, rowByRow } from '../curation-action.js';
import { contentOf } from '../row-content.js';

export const maskPersonalData: CurationAction = {
  id: 'mask-personal-data',
  question: 'Should personal data and secrets be written as pseudonyms?',
  does: 'Writes a token for each card, account, id, address, phone, name and secret found, the same token for the same value in all rows, on both sides. Words of health or age stay: they tell of a matter, not of a value.',
  safe: true,
  changes: ['P01', 'P02', 'P03', 'P05', 'V01'],
  parameters: [],
  needsPrivacy: true,
  looksFirst: false,
  start: ({ salt }) => {
    const masking = { salt, groups: maskedGroups };
    return rowByRow(({ facts }) => {
      // Rows in which nothing was found are not searched again.
      if (!facts.privacy?.spans.some(({ group }) => maskedGroups.has(group))) {
        return null;
      }
      const content = contentOf(facts.example);
      const masked = maskPrivate(content, masking);
      return masked === content ? null : { kind: 'replace', content: masked };
    });
  },
};
