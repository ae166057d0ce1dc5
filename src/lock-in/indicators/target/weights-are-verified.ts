import type { Indicator } from '../../indicator.js';
import { measuredFact } from '../../measured-fact.js';
import { choice } from '../../score/value-function.js';

export const weightsAreVerified: Indicator = {
  id: 't2.1',
  name: 'weights.verified',
  dimension: 'T2',
  question: 'Are the weight files verified by digest or signature when they are loaded?',
  why: 'Weights from a public place can be replaced.',
  source: 'The log of loading shows the verification; weights trained here are only loaded by their digest.',
  basis: 'measured',
  value: choice({ yes: 0, partly: 0.5, no: 1 }),
  halfLifeDays: 90,
  isGate: true,
  isBarrier: false,
  evidence: 'The log of verification, or the training run that made the weights.',
  remedy: 'Pin the revision of the weights and verify their digest at every load.',
  regulation: ['FINOS ri-8', 'NIST 600-1 §2.12'],
  measure: ({ target }) =>
    target === null || target.weightsVerified === null
      ? null
      : measuredFact(target.weightsVerified, target.at, {
          evidence: [target.runId],
          note: 'By the digest of the artefact that is served.',
        }),
};
