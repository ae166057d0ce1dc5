import { counted } from '../../in-words.js';
import type { Indicator } from '../../indicator.js';
import { measuredFact } from '../../measured-fact.js';
import { line } from '../../score/value-function.js';

export const hardwareSuppliersAreSeveral: Indicator = {
  id: 't4.1',
  name: 'compute.suppliers',
  dimension: 'T4',
  question: 'How few suppliers of hardware carry the capacity?',
  why: 'Own machines are a new concentration.',
  source:
    'The squared shares of the suppliers in the capacity are summed; DORA art. 29 is applied to them. The deployment reports it (…/lock-in/serving).',
  basis: 'measured',
  value: line('HHI', [0.25, 0], [1, 1]),
  halfLifeDays: 60,
  isGate: false,
  isBarrier: false,
  evidence: 'The inventory of machines.',
  remedy: 'Add capacity from a second supplier.',
  regulation: ['DORA art. 29'],
  measure: ({ serving }) => {
    const seen = serving?.capacityBySupplier;
    const capacities = seen === undefined ? [] : Object.values(seen.value);
    const all = capacities.reduce((sum, capacity) => sum + capacity, 0);
    if (seen === undefined || all <= 0) {
      return null;
    }
    const hhi = capacities.reduce((sum, capacity) => sum + (capacity / all) ** 2, 0);
    return measuredFact(hhi, seen.at, {
      evidence: seen.evidence,
      note: `${counted(capacities.length, 'supplier')} of hardware.`,
    });
  },
};
