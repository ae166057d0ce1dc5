import { dayMs, dayOf, dueInWords } from '../../in-words.js';
import type { AlertRule } from '../alert.js';

const aheadMs = 30 * dayMs;

export const noticeDateIsNotMissed: AlertRule = {
  number: 13,
  name: 'contract.notice-date',
  question: 'Must notice be given within thirty days, if it is to be given?',
  why: 'A missed notice date buys another term.',
  source: 'End and notice of the contracts in the register.',
  owner: 'risk-owner',
  remedy: 'Decide whether to renew, and give notice before the date if not.',
  raise: ({ contracts, now }) =>
    contracts.flatMap(({ arrangementId, contractRef, noticeByAt }) =>
      noticeByAt === null || noticeByAt < now || noticeByAt - now > aheadMs
        ? []
        : [
            {
              about: `${arrangementId}/${dayOf(noticeByAt)}`,
              severity: 'warning' as const,
              text: `Notice of contract ${contractRef} must be given by ${dayOf(noticeByAt)}, ${dueInWords(noticeByAt, now)}.`,
              evidence: [arrangementId],
              expiresAt: noticeByAt,
            },
          ],
    ),
};
