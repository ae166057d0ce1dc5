import { gateOfState, nearest, waysOutOf } from './machine-path';
import type { Machine } from './use-machine';

const state = (path: string) => ({ path, kind: 'atomic' as const, description: null });
const arrow = (source: string, event: string | null, target: string, guard: string | null = null) => ({
  source,
  event,
  target,
  guard,
});

const machine: Machine = {
  states: [state('stage.assessing.awaitingApproval'), state('stage.collecting.awaitingApproval')],
  arrows: [
    arrow('stage.assessing', 'ABORT', 'stage.aborted'),
    arrow('stage.assessing.working', 'ADVANCE', 'stage.assessing.evaluating'),
    arrow('stage.assessing.ready', null, 'stage.collecting', 'isReleased'),
  ],
  gates: [
    { name: 'intake', question: 'Is it described?', criteria: ['brief'] },
    { name: 'data-ready', question: 'Is the data good?', criteria: [] },
  ],
  criteria: [],
};
const boxes = ['stage.assessing', 'stage.collecting', 'stage.aborted'];

describe('the path of the machine', () => {
  it('gives each state with an approval its gate, in order', () => {
    expect(gateOfState(machine).get('stage.collecting')?.name).toBe('data-ready');
  });

  it('finds the box that a state lies in', () => {
    expect(nearest('stage.assessing.ready', boxes)).toBe('stage.assessing');
    expect(nearest('hold.released', boxes)).toBeNull();
  });

  it('names the ways out, the way on first, and none within the box', () => {
    expect(waysOutOf(machine, 'stage.assessing', boxes)).toEqual([
      { target: 'stage.collecting', trigger: 'The gate opens', needs: 'not on hold', gate: machine.gates[0] },
      { target: 'stage.aborted', trigger: 'Somebody aborts', needs: '', gate: null },
    ]);
  });
});
