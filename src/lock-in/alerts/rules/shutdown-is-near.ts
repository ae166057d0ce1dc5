import { dayMs, dayOf, daysUntil } from '../../in-words.js';
import type { AlertRule, AlertSeverity, RaisedAlert } from '../alert.js';
import type { LifeOfModel } from '../alert-facts.js';

/** From the tightest on: how many exit lead times are left. */
const tiers: readonly { readonly name: string; readonly leadTimesMax: number; readonly severity: AlertSeverity }[] = [
  { name: 'over', leadTimesMax: 0, severity: 'critical' },
  { name: 'late', leadTimesMax: 1, severity: 'critical' },
  { name: 'tight', leadTimesMax: 1.5, severity: 'warning' },
  { name: 'ahead', leadTimesMax: 2, severity: 'info' },
];

function alertOf(model: LifeOfModel, leadTimeDays: number, now: number): RaisedAlert[] {
  if (model.shutdownAt === null) {
    return [];
  }
  const left = (model.shutdownAt - now) / dayMs;
  const tier = tiers.find(({ name, leadTimesMax }) =>
    name === 'over' ? left <= 0 : left < leadTimesMax * leadTimeDays,
  );
  if (tier === undefined) {
    return [];
  }
  const when = left <= 0 ? 'was shut down on' : 'is shut down on';
  const days = left <= 0 ? '' : `, in ${daysUntil(model.shutdownAt, now)} days`;
  return [
    {
      about: `${model.model}/${tier.name}`,
      severity: model.isCritical && tier.severity === 'warning' ? 'critical' : tier.severity,
      text: `${model.model} ${when} ${dayOf(model.shutdownAt)}${days}; leaving takes ${Math.round(leadTimeDays)} days.`,
      evidence: model.sources,
      expiresAt: null,
    },
  ];
}

export const shutdownIsNear: AlertRule = {
  number: 1,
  name: 'shutdown.near',
  question: 'Does a model in use end before, or not long after, one could have left it?',
  why: 'A fixed warning of 90 days is late for whoever needs 180.',
  source: 'Lifecycle record of the models seen in traffic, over the exit lead time: below 1, 1.5 and 2 of it.',
  owner: 'lead',
  remedy: 'Start the migration now, or move the traffic to a model that stays.',
  raise: ({ models, exitLeadTimeDays, now }) => models.flatMap((model) => alertOf(model, exitLeadTimeDays, now)),
};
