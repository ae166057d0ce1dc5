// The closed model serves and its traffic becomes data. Whatever was revoked before is collected anew.

import { vocabulary } from '../vocabulary.js';
import { gateChart } from './gate-chart.js';

export const collecting = vocabulary.createStateConfig({
  id: 'collecting',
  description: 'The incumbent serves and its traffic is captured.',
  entry: ['enterStage', 'forgetRevocation'],
  initial: 'working',
  states: gateChart({ exits: [{ target: '#tuning', guard: 'isReleased', actions: 'requesterOwnsJob' }] }),
  on: { ABORT: { target: '#aborted' } },
});
