import type { Indicator } from '../../indicator.js';
import { measuredFact } from '../../measured-fact.js';
import { choice } from '../../score/value-function.js';

export const licenceDutiesAreMet: Indicator = {
  id: 't1.2',
  name: 'licence.duties',
  dimension: 'T1',
  question: 'Are naming, notice and copies as the licence asks?',
  why: 'A missing notice is the breach that is found first.',
  source:
    'The artefact shows its notice file, its copy of the licence and its name; where the licence asks for none of them, nothing has to be shown.',
  basis: 'declared with evidence',
  value: choice({ met: 0, partly: 0.5, unmet: 1 }),
  halfLifeDays: 365,
  isGate: false,
  isBarrier: false,
  evidence: 'The build artefact with its notice file.',
  remedy: 'Add the notice file, the copy of the licence and the name that it asks for to the artefact.',
  regulation: ['FINOS ri-23'],
  // Only that there is nothing to meet can be seen from here; that a duty is met shows in the artefact.
  measure: ({ licence }) =>
    licence?.asksNothing === true
      ? measuredFact('met', licence.at, {
          evidence: licence.evidence,
          note: `${licence.model} asks for no name, notice or copy.`,
        })
      : null,
};
