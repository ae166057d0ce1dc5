// Traffic moves, step by step, and each step is earned. Exposure begins here and with it the guardrail: it is armed by
// the entry and no waiting state below disarms it.

import { vocabulary } from '../vocabulary.js';
import { gateChart } from './gate-chart.js';
import { wayBack } from './way-back.js';

const shadow = vocabulary.createStateConfig({
  id: 'shadow',
  description: 'The candidate answers copies of the calls; nobody sees its answers.',
  entry: ['enterStep', 'setNoWeight', 'trafficToShadow'],
  initial: 'working',
  states: gateChart({ exits: [{ target: '#canary', guard: 'mayRaiseExposure' }] }),
});

const canary = vocabulary.createStateConfig({
  id: 'canary',
  description: 'The first percent of the calls is answered by the candidate.',
  entry: ['enterStep', 'askTwoOverrides', 'setCanaryWeight', 'trafficToSplit'],
  initial: 'working',
  states: gateChart({
    exits: [
      { target: '#ramp', guard: 'mayRaiseToNextRampStep' },
      { target: '#soak', guard: 'mayRaiseExposure' },
    ],
  }),
});

const ramp = vocabulary.createStateConfig({
  id: 'ramp',
  description: 'The share rises by the steps of the plan; the step is a counter.',
  entry: ['enterStep', 'askTwoOverrides', 'setRampWeight', 'trafficToSplit'],
  initial: 'working',
  states: gateChart({
    exits: [
      { target: '#ramp', guard: 'mayRaiseToNextRampStep', reenter: true },
      { target: '#soak', guard: 'mayRaiseExposure' },
    ],
  }),
});

const soak = vocabulary.createStateConfig({
  id: 'soak',
  description: 'The candidate answers everything; the incumbent is kept warm.',
  entry: ['enterStep', 'askTwoOverrides', 'setFullWeight', 'trafficToCandidate'],
  initial: 'working',
  states: gateChart({ exits: [{ target: '#completed', guard: 'isReleased' }] }),
});

export const cutover = vocabulary.createStateConfig({
  id: 'cutover',
  description: 'Traffic is moved to the candidate step by step.',
  entry: ['enterStage', 'armGuardrail'],
  initial: 'shadow',
  states: { shadow, canary, ramp, soak },
  on: { ...wayBack, ABORT: { guard: 'isFallbackAvailable', target: '#aborted', actions: 'noteRollback' } },
});
