import type { Indicator } from '../../indicator.js';
import { measuredFact, newestDrill } from '../../measured-fact.js';
import { choice } from '../../score/value-function.js';

export const driftIsWatched: Indicator = {
  id: 't7.1',
  name: 'operations.drift',
  dimension: 'T7',
  question: 'Are a drift monitor and a rollback drill in place?',
  why: 'Nobody announces that the own model has grown worse.',
  source: 'Alert on drift and newest drill.',
  basis: 'measured',
  value: choice({ both: 0, one: 0.5, none: 1 }),
  halfLifeDays: 90,
  isGate: false,
  isBarrier: false,
  evidence: 'Alert id, drill id.',
  remedy: 'Set an alert on drift and drill the rollback.',
  regulation: ['FINOS mi-4'],
  measure: ({ serving, drills }) => {
    if (serving === null || serving.hasDriftMonitor === null) {
      return null;
    }
    const met = Number(serving.hasDriftMonitor) + Number(newestDrill(drills, 'failover')?.passed === true);
    return measuredFact(met === 2 ? 'both' : met === 1 ? 'one' : 'none', serving.at, {
      evidence: [],
      note: 'Monitor and rollback drill.',
    });
  },
};
