import type { Indicator } from '../../indicator.js';
import { measuredFact } from '../../measured-fact.js';
import { choice } from '../../score/value-function.js';

export const licenceAllowsTheUse: Indicator = {
  id: 't1.1',
  name: 'licence.gates',
  dimension: 'T1',
  question: 'Does the licence of the open model allow this use?',
  why: 'Caps on users, bans on commerce and exclusions by region end a move after it is paid for.',
  source: 'The catalogue’s reading of the licence is held against the use that the brief and the data plan describe.',
  basis: 'documented',
  value: choice({ none: 0, managed: 0.4, unclear: 0.75, breached: 1 }),
  halfLifeDays: 365,
  isGate: true,
  isBarrier: false,
  evidence: 'The gates of the licence in the catalogue, or the text by its digest.',
  remedy: 'Choose another base model, whose licence allows this use.',
  regulation: ['FINOS ri-23'],
  // What is unclear is not known: it stays with whoever has read the text to say more.
  measure: ({ licence }) =>
    licence == null || licence.state === 'unclear'
      ? null
      : measuredFact(licence.state, licence.at, { evidence: licence.evidence, note: licence.because }),
};
