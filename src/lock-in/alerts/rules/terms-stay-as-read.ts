import { dayOf } from '../../in-words.js';
import type { AlertRule } from '../alert.js';

export const termsStayAsRead: AlertRule = {
  number: 14,
  name: 'terms.changed',
  question: 'Is the text of a licence or of terms still the one that was read?',
  why: 'Rights were judged by the text of then.',
  source:
    'Digest of the text by which rights were judged beside that of its newest reading, as people tell both with an arrangement.',
  owner: 'risk-owner',
  remedy: 'Read the new text, judge the rights again and archive it.',
  raise: ({ texts }) =>
    texts
      .filter(({ pinnedDigest, presentDigest }) => pinnedDigest !== presentDigest)
      .map(({ of, presentDigest, observedAt, source }) => ({
        about: `${of}/${presentDigest}`,
        severity: 'warning',
        text: `The text of ${of} changed; seen on ${dayOf(observedAt)}.`,
        evidence: [source, presentDigest],
        expiresAt: null,
      })),
};
