// The candidate answers everything and the way back is still open. Giving it up takes two persons.
import { vocabulary } from '../vocabulary.js';
import { wayBack } from './way-back.js';

const serving = vocabulary.createStateConfig({
  description: 'The candidate serves; the incumbent can still take over.',
  entry: 'forgetDecommissioner',
  on: { DECOMMISSION: { guard: 'isReleased', target: 'decommissionProposed', actions: 'noteDecommissioner' } },
});

const decommissionProposed = vocabulary.createStateConfig({
  description: 'One person wants to give up the way back; another must agree.',
  on: {
    DECOMMISSION: { guard: 'mayDecommission', target: '#decommissioned' },
    DECLINE: { target: 'serving' },
  },
});

export const completed = vocabulary.createStateConfig({
  id: 'completed',
  description: 'The move is done and the rollback window is open.',
  entry: ['enterStage', 'setFullWeight', 'trafficToCandidate', 'armGuardrail'],
  initial: 'serving',
  states: { serving, decommissionProposed },
  on: wayBack,
});
