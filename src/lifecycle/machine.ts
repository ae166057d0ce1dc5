// The life of a project on one page: five regions side by side. No actor runs, nothing is invoked, no timer is set;
// `step.ts` restores it, sends it events and keeps what comes out. A machine that means something else under an old
// name needs a new `machineVersion` in `snapshot.ts` and an upgrade.
import { initialContext } from './lifecycle-context.js';
import { fallback } from './regions/fallback.js';
import { guardrail } from './regions/guardrail.js';
import { hold } from './regions/hold.js';
import { traffic } from './regions/traffic.js';
import { assessing } from './stages/assessing.js';
import { collecting } from './stages/collecting.js';
import { completed } from './stages/completed.js';
import { contained } from './stages/contained.js';
import { cutover } from './stages/cutover.js';
import { deciding } from './stages/deciding.js';
import { aborted, decommissioned, retained } from './stages/endings.js';
import { evaluating } from './stages/evaluating.js';
import { rolledBack } from './stages/rolled-back.js';
import { tuning } from './stages/tuning.js';
import { vocabulary } from './vocabulary.js';

export const machineId = 'openward.project';

const noBeginning = new Error('a project begins at a time: pass `{ at }` as the input');

/**
 * The library's pure `transition()` begins a throw-away actor without input on every call. Giving up on that at once,
 * with an error made once, halves the price of a step (measured); a real beginning without a time throws to its caller.
 */
function beginOf(input: { readonly at: number } | undefined): number {
  if (!input) {
    throw noBeginning;
  }
  return input.at;
}

export const lifecycleMachine = vocabulary.createMachine({
  id: machineId,
  type: 'parallel',
  context: ({ input }) => initialContext(beginOf(input)),
  states: {
    stage: {
      id: 'stage',
      initial: 'assessing',
      states: {
        assessing,
        deciding,
        collecting,
        tuning,
        evaluating,
        cutover,
        completed,
        rolledBack,
        contained,
        decommissioned,
        retained,
        aborted,
      },
    },
    traffic,
    guardrail,
    fallback,
    hold,
  },
});
