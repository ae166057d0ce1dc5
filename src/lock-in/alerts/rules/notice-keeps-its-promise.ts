import { counted, dayMs } from '../../in-words.js';
import type { AlertRule } from '../alert.js';

export const noticeKeepsItsPromise: AlertRule = {
  number: 3,
  name: 'notice.short',
  question: 'Was the end of a model announced later than the provider promises to?',
  why: 'A provider that broke its own notice once may do so again.',
  source: 'Day of the announcement and of the end, beside the notice that the provider’s policy promises.',
  owner: 'risk-owner',
  remedy: 'Claim the promised notice from the provider; plan with the shorter one.',
  raise: ({ models }) =>
    models.flatMap(({ model, shutdownAt, announcedAt, promisedNoticeDays, sources }) => {
      if (shutdownAt === null || announcedAt === null || promisedNoticeDays === null) {
        return [];
      }
      const days = Math.floor((shutdownAt - announcedAt) / dayMs);
      const text = `${model} was given ${counted(days, 'day')} of notice, while ${promisedNoticeDays} are promised.`;
      return days < promisedNoticeDays
        ? [{ about: model, severity: 'warning' as const, text, evidence: sources, expiresAt: shutdownAt }]
        : [];
    }),
};
