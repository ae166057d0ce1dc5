import { type CurationAction, drop, rowByRow } from '../curation-action.js';

export const dropSecretRows: CurationAction = {
  id: 'drop-secret-rows',
  question: 'Should rows that hold a key, a token or a password go?',
  does: 'Takes every row out in which a secret was found, held-out rows included: a secret is nothing to judge by.',
  safe: true,
  changes: ['P03', 'V01', 'V03'],
  parameters: [],
  needsPrivacy: true,
  looksFirst: false,
  start: () =>
    rowByRow(({ facts }) => (facts.privacy?.spans.some(({ group }) => group === 'secret') === true ? drop : null)),
};
