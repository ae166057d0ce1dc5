import type { Indicator } from '../../indicator.js';
import { measuredFact } from '../../measured-fact.js';
import { choice } from '../../score/value-function.js';

export const weightsRunNoCode: Indicator = {
  id: 't2.2',
  name: 'weights.executable',
  dimension: 'T2',
  question: 'Do the weights bring code that runs when they are loaded?',
  why: 'A pickle can do anything that the server may.',
  source: 'A scan looks for executable formats and remote code; weights trained here are plain numbers.',
  basis: 'measured',
  value: choice({ none: 0, sandboxed: 0.4, present: 1 }),
  halfLifeDays: 90,
  isGate: false,
  isBarrier: false,
  evidence: 'The log of the scan, or the training run that made the weights.',
  remedy: 'Convert the weights to safetensors and refuse remote code.',
  regulation: ['FINOS ri-8'],
  measure: ({ target }) =>
    target === null || target.executableFormats === null
      ? null
      : measuredFact(target.executableFormats, target.at, {
          evidence: [target.runId],
          note: target.isOwnWork
            ? 'The weights are plain numbers: there is nothing in them to run.'
            : 'By the format of the artefact.',
        }),
};
