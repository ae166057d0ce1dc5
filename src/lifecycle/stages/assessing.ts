// Is it worth thinking about at all? The intake gate always asks a person, whatever the policy says.

import { vocabulary } from '../vocabulary.js';
import { gateChart } from './gate-chart.js';

export const assessing = vocabulary.createStateConfig({
  id: 'assessing',
  description: 'The task is described and the strategies are compared.',
  entry: 'enterStage',
  initial: 'working',
  states: gateChart({ exits: [{ target: '#deciding', guard: 'isReleased' }], alwaysAsksSomebody: true }),
  on: { ABORT: { target: '#aborted' } },
});
