// The sub-chart that every gate has: ask, judge, approve, then park in `ready` until the project is free to move.
// A gate that could not be measured is never overridden, and new evidence always voids what was approved on the old.
import { vocabulary } from '../vocabulary.js';

export interface GateExit {
  /** Id of the stage or step that the gate leads to, with its `#`. */
  readonly target: string;
  readonly guard: 'isReleased' | 'mayRaiseExposure' | 'mayRaiseToNextRampStep';
  readonly actions?: 'requesterOwnsJob';
  /** Leaves and enters again: the ramp's next step is the same state. */
  readonly reenter?: boolean;
}

export interface GateChartOptions {
  /** Tried in order. */
  readonly exits: readonly GateExit[];
  /** Whether a pass waits for a person even where the policy asks for nobody. */
  readonly alwaysAsksSomebody?: boolean;
}

const judgedAgain = {
  EVIDENCE_CHANGED: { target: 'evaluating' },
  GATE_RUN_EXPIRED: { target: 'working' },
} as const;

const badJudgements = {
  GATE_FAIL: { target: 'blocked', actions: 'noteGateRun' },
  GATE_INCONCLUSIVE: { target: 'inconclusive', actions: 'noteGateRun' },
  GATE_ERROR: { target: 'errored', actions: 'noteGateRun' },
} as const;

const askedAgain = { ADVANCE: { target: 'evaluating', reenter: true, actions: 'noteRequester' } } as const;

const overridable = {
  OVERRIDE: [
    { guard: 'isLastOverride', target: 'ready' },
    { guard: 'isFirstOverride', actions: 'noteOverride' },
  ],
} as const;

const working = vocabulary.createStateConfig({
  description: 'Evidence is being gathered.',
  entry: 'forgetGate',
  on: { ADVANCE: { target: 'evaluating', actions: 'noteRequester' } },
});

const awaitingApproval = vocabulary.createStateConfig({
  description: 'The gate passed; people are asked.',
  on: {
    ...judgedAgain,
    ...badJudgements,
    APPROVE: [
      { guard: 'isLastApproval', target: 'ready', actions: 'noteApproval' },
      { guard: 'isFurtherApproval', actions: 'noteApproval' },
    ],
    DECLINE: { target: 'blocked', actions: 'forgetApprovals' },
    APPROVALS_EXPIRED: { guard: 'hasApprovals', actions: 'forgetApprovals' },
  },
});

const blocked = vocabulary.createStateConfig({
  description: 'A criterion failed, or somebody declined.',
  on: { ...judgedAgain, ...askedAgain, ...overridable },
});

const inconclusive = vocabulary.createStateConfig({
  description: 'There is not enough evidence to tell.',
  on: { ...judgedAgain, ...askedAgain, ...overridable },
});

const errored = vocabulary.createStateConfig({
  description: 'A criterion could not be measured; only a measurement helps.',
  on: { ...judgedAgain, ...askedAgain },
});

/** The seven states of a gate, to be spread into the states of its stage or step. */
export function gateChart(options: GateChartOptions) {
  const evaluating = vocabulary.createStateConfig({
    description: 'The criteria are being judged.',
    entry: 'forgetGate',
    on: {
      ...askedAgain,
      ...badJudgements,
      GATE_PASS: options.alwaysAsksSomebody
        ? [{ target: 'awaitingApproval', actions: ['noteGateRun', 'askOneApprovalAtLeast'] }]
        : [
            { guard: 'needsNoApproval', target: 'ready', actions: 'noteGateRun' },
            { target: 'awaitingApproval', actions: 'noteGateRun' },
          ],
    },
  });
  const ready = vocabulary.createStateConfig({
    description: 'Open; parked until the project is free to move.',
    always: options.exits.map((exit) => ({ ...exit })),
    on: {
      ...judgedAgain,
      APPROVALS_EXPIRED: { guard: 'hasApprovals', target: 'awaitingApproval', actions: 'forgetApprovals' },
    },
  });
  return { working, evaluating, awaitingApproval, blocked, inconclusive, errored, ready };
}
