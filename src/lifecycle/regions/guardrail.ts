// Is somebody watching? Armed by any exposure. Blind is a state with a deadline, because no data is no good news.
import { vocabulary } from '../vocabulary.js';

export const guardrail = vocabulary.createStateConfig({
  id: 'guardrail',
  initial: 'disarmed',
  states: {
    disarmed: { on: { 'guardrail.arm': { target: 'armed' } } },
    armed: {
      on: {
        GUARDRAIL_BREACHED: { target: 'tripped' },
        TELEMETRY_LOST: { target: 'blind', actions: 'noteBlindness' },
        'guardrail.disarm': { target: 'disarmed' },
      },
    },
    blind: {
      exit: 'forgetBlindness',
      on: {
        GUARDRAIL_BREACHED: { target: 'tripped' },
        TELEMETRY_RESTORED: { target: 'armed' },
        BLIND_TIMED_OUT: { target: 'tripped' },
        'guardrail.disarm': { target: 'disarmed' },
      },
    },
    tripped: { on: { 'guardrail.arm': { target: 'armed' } } },
  },
});
