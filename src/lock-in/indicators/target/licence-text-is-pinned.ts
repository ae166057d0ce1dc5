import type { Indicator } from '../../indicator.js';
import { measuredFact } from '../../measured-fact.js';
import { choice } from '../../score/value-function.js';

export const licenceTextIsPinned: Indicator = {
  id: 't1.4',
  name: 'licence.pinned',
  dimension: 'T1',
  question: 'Is the licence text kept with the revision of the weights?',
  why: 'Licences of one name change between revisions.',
  source: 'The licence text is archived with its digest beside the weights.',
  basis: 'measured',
  value: choice({ yes: 0, no: 1 }),
  halfLifeDays: 3650,
  isGate: false,
  isBarrier: false,
  evidence: 'The digest of the archived text.',
  remedy: 'Archive the licence text with its digest beside the weights.',
  regulation: ['NIST GOVERN 6.1'],
  measure: ({ target }) =>
    target === null || target.licencePinned === null
      ? null
      : measuredFact(target.licencePinned ? 'yes' : 'no', target.at, {
          evidence: [target.runId],
          note: target.isOwnWork
            ? 'Trained from nothing: no licence of others goes with the weights.'
            : 'From the record of the training run.',
        }),
};
