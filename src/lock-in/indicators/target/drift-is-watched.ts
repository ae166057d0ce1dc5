import type { Indicator } from '../../indicator.js';
import { measuredFact, newestDrill } from '../../measured-fact.js';
import { choice } from '../../score/value-function.js';

export const driftIsWatched: Indicator = {
  id: 't7.1',
  name: 'operations.drift',
  dimension: 'T7',
  question: 'Are a drift monitor and a rollback drill in place?',
  why: 'Nobody announces that the own model has grown worse.',
  source:
    'The deployment reports (…/lock-in/serving) whether something watches for drift; drills and rollbacks of this project show the way back.',
  basis: 'measured',
  value: choice({ both: 0, one: 0.5, none: 1 }),
  halfLifeDays: 90,
  isGate: false,
  isBarrier: false,
  evidence: 'The monitor’s id and the drill’s.',
  remedy: 'Set an alert on drift and drill the rollback.',
  regulation: ['FINOS mi-4'],
  measure: ({ serving, drills }) => {
    const monitor = serving?.hasDriftMonitor;
    if (monitor === undefined) {
      return null;
    }
    const drill = newestDrill(drills, 'failover');
    const isDrilled = drill?.passed === true;
    const met = Number(monitor.value) + Number(isDrilled);
    return measuredFact(met === 2 ? 'both' : met === 1 ? 'one' : 'none', monitor.at, {
      evidence: [...monitor.evidence, ...(isDrilled ? [drill.id] : [])],
      note: `${monitor.value ? 'A monitor watches for drift' : 'Nothing watches for drift'}; ${isDrilled ? 'the way back was drilled' : 'no drill of the way back has passed'}.`,
    });
  },
};
