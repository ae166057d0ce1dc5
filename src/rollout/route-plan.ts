// Where do a project's calls go right now? The plan is written with the step that changes it and read on every call.
// The default everywhere is the incumbent: whatever is missing (a candidate, a unit) never sends a call to the candidate.
import type { GuardrailThresholds } from '../kernel/policy.js';
import { isCandidateUnit } from '../kernel/sticky-hash.js';
import type { ModelTarget } from '../vendors/vendor.js';

/** incumbent: it answers all. shadow: it answers, the candidate gets copies. split: by weight. candidate: it answers all. */
export type RouteMode = 'incumbent' | 'shadow' | 'split' | 'candidate';

export interface RoutePlan {
  readonly projectId: string;
  /** The project's version when the plan was written: a higher one always supersedes a lower one. */
  readonly revision: number;
  /** Salts the split: a new attempt deals the units anew. */
  readonly attempt: number;
  readonly mode: RouteMode;
  /** Share of units that the candidate answers, in percent; read in mode `split` only. */
  readonly weightPercent: number;
  readonly incumbent: ModelTarget;
  readonly candidate: ModelTarget | null;
  /** Share of calls that are captured, 0 to 1. */
  readonly captureShare: number;
  readonly captureBodies: boolean;
  /** Null before a policy has been copied into the project. */
  readonly guardrails: GuardrailThresholds | null;
  /** Milliseconds since the epoch; readings of a step begin here. */
  readonly stepEnteredAt: number;
  readonly updatedAt: number;
}

export interface ArmChoice {
  readonly arm: 'incumbent' | 'candidate';
  /** Whether a copy goes to the candidate whose answer nobody sees. */
  readonly shadow: boolean;
}

/** A conversation or account, as the caller names it; null when the call named none. */
export interface ArmQuestion {
  readonly plan: RoutePlan;
  readonly unitId: string | null;
}

/**
 * The same unit gets the same arm for as long as the attempt lasts, and raising the weight only ever adds units to the
 * candidate (see kernel/sticky-hash). In a split, a call without a unit stays with the incumbent and is not paired.
 */
export function chooseArm({ plan, unitId }: ArmQuestion): ArmChoice {
  const stays: ArmChoice = { arm: 'incumbent', shadow: false };
  if (plan.candidate === null) {
    return stays;
  }
  switch (plan.mode) {
    case 'incumbent':
      return stays;
    case 'shadow':
      return { arm: 'incumbent', shadow: true };
    case 'candidate':
      return { arm: 'candidate', shadow: false };
    case 'split':
      return unitId !== null && isCandidateUnit(plan, unitId, plan.weightPercent / 100)
        ? { arm: 'candidate', shadow: false }
        : stays;
  }
}

/** Which step of which plan a reading is about: a listener that is further on ignores it. */
export interface StepOfPlan {
  readonly projectId: string;
  readonly revision: number;
  readonly attempt: number;
  readonly stepEnteredAt: number;
}

export function stepOf({ projectId, revision, attempt, stepEnteredAt }: RoutePlan): StepOfPlan {
  return { projectId, revision, attempt, stepEnteredAt };
}
