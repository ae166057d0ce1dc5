// Is there still something to roll back to? The incumbent is a vendor's service: it can fail, be over quota or be retired.
import { vocabulary } from '../vocabulary.js';

export const fallback = vocabulary.createStateConfig({
  id: 'fallback',
  initial: 'available',
  states: {
    available: {
      on: {
        FALLBACK_DOWN: [
          { guard: 'isExposedAndOpen', target: 'unavailable', actions: 'callPeople' },
          { guard: 'isOpen', target: 'unavailable' },
        ],
      },
    },
    unavailable: { on: { FALLBACK_UP: { guard: 'isOpen', target: 'available' } } },
  },
});
