import { dayMs, dayOf } from '../../in-words.js';
import type { AlertRule, RaisedAlert } from '../alert.js';
import type { LifeOfModel } from '../alert-facts.js';

/** How long a date that moved is news. */
const newsMs = 90 * dayMs;
/** Told days begin at midnight UTC, the ruling one where the developer is: less apart is the same day. */
const sameDayMs = dayMs * 0.75;

function movedEarlier({ model, shutdownAt, formerEnds, told }: LifeOfModel, now: number): RaisedAlert[] {
  const former = formerEnds.at(-1);
  if (former === undefined || shutdownAt === null || shutdownAt > former.shutdownAt - sameDayMs) {
    return [];
  }
  const present = told.find((one) => Math.abs(one.shutdownAt - shutdownAt) < sameDayMs);
  const movedAt = present?.observedAt ?? former.observedAt;
  if (movedAt + newsMs <= now) {
    return [];
  }
  const text = `The end of ${model} was moved from ${dayOf(former.shutdownAt)} to ${dayOf(shutdownAt)}.`;
  const evidence = [former.source, ...(present === undefined ? [] : [present.source])];
  const about = `${model}/moved-to-${dayOf(shutdownAt)}`;
  return [{ about, severity: 'critical', text, evidence, expiresAt: movedAt + newsMs }];
}

function conflict({ model, told }: LifeOfModel): RaisedAlert[] {
  const days = [...new Set(told.map((one) => dayOf(one.shutdownAt)))].sort();
  if (days.length < 2) {
    return [];
  }
  const text = `Sources name different ends of ${model}: ${days.join(', ')}. The earliest should be planned for.`;
  const evidence = told.map((one) => one.source);
  return [{ about: `${model}/conflict-${days.join('-or-')}`, severity: 'warning', text, evidence, expiresAt: null }];
}

export const shutdownDateIsSettled: AlertRule = {
  number: 2,
  name: 'shutdown.unsettled',
  question: 'Was a date of end moved earlier, or do sources differ on it?',
  why: 'A plan against the later of two dates ends after the model did.',
  source: 'All dates that the catalogue holds for a model, with the day on which each source was read.',
  owner: 'risk-owner',
  remedy: 'Ask the provider for the date in writing and enter it as an override with its source.',
  raise: ({ models, now }) => models.flatMap((model) => [...movedEarlier(model, now), ...conflict(model)]),
};
