// Migrate, or retain the closed model on purpose? To retain is a good end, not a failure.
import { vocabulary } from '../vocabulary.js';

export const deciding = vocabulary.createStateConfig({
  id: 'deciding',
  description: 'Somebody decides whether to migrate or to retain the closed model.',
  entry: 'enterStage',
  on: {
    DECIDE: [
      { guard: 'mayMigrate', target: '#collecting', actions: 'freezePlan' },
      { guard: 'mayRetain', target: '#retained', actions: 'freezePlan' },
    ],
    ABORT: { target: '#aborted' },
  },
});
