import { dayOf } from '../../in-words.js';
import type { AlertRule } from '../alert.js';

export const replacementStays: AlertRule = {
  number: 4,
  name: 'replacement.ends',
  question: 'Is the replacement that the provider names itself about to end?',
  why: 'Moving to it means to move twice.',
  source: 'Replacements in the lifecycle record, and their own dates of end.',
  owner: 'lead',
  remedy: 'Choose a replacement without a date, or go straight to the open candidate.',
  raise: ({ models }) =>
    models.flatMap(({ model, shutdownAt, replacements, sources }) =>
      shutdownAt === null
        ? []
        : replacements.flatMap((one) => {
            if (one.shutdownAt === null) {
              return [];
            }
            const text = `${one.model}, named as the replacement of ${model}, ends itself on ${dayOf(one.shutdownAt)}.`;
            const about = `${model}/${one.model}`;
            return [{ about, severity: 'warning' as const, text, evidence: sources, expiresAt: one.shutdownAt }];
          }),
    ),
};
