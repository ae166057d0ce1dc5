// Has somebody said stop? A pause keeps traffic and guardrails exactly as they are; it only keeps gates from opening.
import { vocabulary } from '../vocabulary.js';

export const hold = vocabulary.createStateConfig({
  id: 'hold',
  initial: 'released',
  states: {
    released: { on: { PAUSE: { guard: 'isOpen', target: 'paused', actions: 'notePause' } } },
    paused: { on: { RESUME: { guard: 'isOpen', target: 'released', actions: 'noteResume' } } },
  },
});
