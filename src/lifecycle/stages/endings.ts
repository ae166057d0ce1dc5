// The three ends. Nothing is handled after them: they carry no arrows, and the other regions ask whether the stage is open.
import { vocabulary } from '../vocabulary.js';

export const decommissioned = vocabulary.createStateConfig({
  id: 'decommissioned',
  type: 'final',
  description: 'The way back was given up; the candidate serves for good.',
  entry: ['enterStage', 'disarmGuardrail'],
});

export const retained = vocabulary.createStateConfig({
  id: 'retained',
  type: 'final',
  description: 'The closed model was retained on purpose.',
  entry: 'enterStage',
});

export const aborted = vocabulary.createStateConfig({
  id: 'aborted',
  type: 'final',
  description: 'The project was ended; the incumbent serves.',
  entry: ['enterStage', 'setNoWeight', 'trafficToIncumbent', 'disarmGuardrail'],
});
