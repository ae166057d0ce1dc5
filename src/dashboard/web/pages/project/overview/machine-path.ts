// What the machine says of its stages: which gate each has, and which ways lead out.
import type { Machine, MachineArrow, MachineGate } from './use-machine';

export interface WayOut {
  readonly target: string;
  /** In words: who or what takes it. */
  readonly trigger: string;
  /** In words; empty where nothing further is asked. */
  readonly needs: string;
  readonly gate: MachineGate | null;
}

const triggers: Readonly<Record<string, string>> = {
  ABORT: 'Somebody aborts',
  DECIDE: 'Somebody decides',
  DECOMMISSION: 'Decommissioning is confirmed by a second person',
  DECLINE: 'Somebody declines',
  ROLLBACK: 'Somebody rolls back',
  RETRY: 'Somebody tries again',
  RETUNE: 'Somebody tunes again',
  REOPEN: 'Somebody collects again',
  ACCEPT_RISK: 'Two persons accept the risk',
  GUARDRAIL_BREACHED: 'A guardrail is breached',
  DATASET_REVOKED: 'The data set is withdrawn',
  BLIND_TIMED_OUT: 'The guardrails were blind for too long',
  FALLBACK_UP: 'The incumbent answers again',
};

const guards: Readonly<Record<string, string>> = {
  isReleased: 'not on hold',
  isFallbackAvailable: 'the incumbent answers',
  mayRaiseExposure: 'not on hold, and the incumbent answers',
  mayRaiseToNextRampStep: 'not on hold, the incumbent answers, and a step of the ramp is left',
  isBlindWithFallback: 'still blind, and the incumbent answers',
  isBlind: 'still blind, and the incumbent does not answer',
  mayRetry: 'not on hold, the incumbent answers, and the data set is usable',
  mayRetune: 'not on hold, and the data set is usable',
  mayRetain: 'not on hold, and the choice is to retain',
  mayMigrate: 'not on hold, and the choice is to migrate under a policy',
  mayDecommission: 'not on hold, and another person than the one who proposed it',
  mayCompleteRiskAcceptance: 'not on hold, and another person than the first',
};

function spaced(name: string): string {
  return name
    .replaceAll('_', ' ')
    .replaceAll(/[A-Z]+/g, (letters) => (letters.length === 1 ? ` ${letters}` : letters))
    .toLowerCase()
    .trim();
}

/** States with a gate, in the order of the path, are as many as there are gates: each has its own. */
export function gateOfState(machine: Machine): ReadonlyMap<string, MachineGate> {
  const gated = machine.states
    .filter((one) => one.path.endsWith('.awaitingApproval'))
    .map((one) => one.path.slice(0, -'.awaitingApproval'.length));
  return new Map(
    gated.flatMap((path, at) => {
      const gate = machine.gates[at];
      return gate === undefined ? [] : [[path, gate] as const];
    }),
  );
}

/** @param path a box of the chart, such as `stage.cutover.ramp` */
export function waysOutOf(machine: Machine, path: string, boxes: readonly string[]): readonly WayOut[] {
  const gates = gateOfState(machine);
  const seen = new Map<string, WayOut>();
  for (const arrow of machine.arrows) {
    const target = arrow.target === null ? null : nearest(arrow.target, boxes);
    if (target === null || nearest(arrow.source, boxes) !== path || isInside(target, path)) {
      continue;
    }
    const way = wayOf(arrow, target, gates.get(path) ?? null);
    seen.set(`${way.trigger}>${target}`, way);
  }
  // The way on stands before the ways out.
  return [...seen.values()].sort((left, right) => Number(right.gate !== null) - Number(left.gate !== null));
}

function isInside(target: string, path: string): boolean {
  return target === path || target.startsWith(`${path}.`);
}

function wayOf(arrow: MachineArrow, target: string, gate: MachineGate | null): WayOut {
  const needs = arrow.guard === null ? '' : (guards[arrow.guard] ?? spaced(arrow.guard));
  if (arrow.event === null) {
    return { target, trigger: 'The gate opens', needs, gate };
  }
  return { target, trigger: triggers[arrow.event] ?? spaced(arrow.event), needs, gate: null };
}

export function nearest(path: string, boxes: readonly string[]): string | null {
  for (let at = path; at.includes('.'); at = at.slice(0, at.lastIndexOf('.'))) {
    if (boxes.includes(at)) {
      return at;
    }
  }
  return null;
}
