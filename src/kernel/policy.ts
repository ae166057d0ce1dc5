// The thresholds, margins, approvals and ramp that a project is judged by. Written in config/policies, each number with
// its reason; copied into the project and frozen when it is decided to migrate.
import { digestOf } from './digest.js';

/** The gates in the order of the path. */
export const gateNames = [
  'intake',
  'data-ready',
  'candidate-exists',
  'not-inferior',
  'shadow-agrees',
  'canary-quiet',
  'ramp-quiet',
  'ready-to-complete',
] as const;

export type GateName = (typeof gateNames)[number];

export interface ReadinessThresholds {
  /** Rows below which fine-tuning is refused. */
  readonly trainRowsMin: number;
  /** Rows below which it is allowed with a warning. */
  readonly trainRowsEnough: number;
  readonly holdoutRowsMin: number;
  readonly rowsPerClassMin: number;
  readonly malformedShareMax: number;
  readonly exactDuplicateShareMax: number;
  readonly nearDuplicateShareMax: number;
  readonly leakedHoldoutShareMax: number;
  /** Rarest class, as a share of the even share 1/K. */
  readonly rarestClassShareOfEvenMin: number;
  readonly overLengthShareMax: number;
}

export interface EvaluationThresholds {
  /** How much worse the candidate's accuracy may be, as a share (0.03 is three points). */
  readonly nonInferiorityMargin: number;
  readonly alpha: number;
  readonly power: number;
  readonly pairsMin: number;
}

export interface ShadowThresholds {
  readonly pairsMin: number;
  /** Share of shadow answers that must equal the incumbent's, at the lower end of its interval. */
  readonly agreementMin: number;
  /** Share of shadow calls that may fail, at the upper end of its interval. */
  readonly failureShareMax: number;
}

export interface RolloutPlan {
  /** Ascending; the first is the canary's weight, the others are the ramp's. */
  readonly weightsPercent: readonly number[];
  readonly minutesPerStepMin: number;
  readonly candidateExchangesPerStepMin: number;
  readonly soakMinutesMin: number;
  readonly soakExchangesMin: number;
  readonly rollbackWindowDays: number;
}

export interface GuardrailThresholds {
  readonly windowMinutes: number;
  readonly exchangesMin: number;
  /** Absolute excess of the candidate's error rate over the incumbent's. */
  readonly errorRateExcessMax: number;
  /** Candidate's 95th percentile of latency over the incumbent's. */
  readonly latencyP95RatioMax: number;
  /** Whatever the ratio says, a 95th percentile below this is never too slow. */
  readonly latencyMsP95Harmless: number;
  readonly blindMinutesMax: number;
}

export interface LockInThresholds {
  /** From this score on, 0 to 100, the tie to others is called unbearable. */
  readonly scoreMax: number;
  /** An older score says nothing about now. */
  readonly scoreDaysOldMax: number;
  /** Days by which the incumbent has to outlast the rollback window. */
  readonly wayBackSpareDaysMin: number;
}

/** For policies that were frozen before lock-in was measured: severe, a day missed, to the day. */
export const usualLockInThresholds: LockInThresholds = { scoreMax: 75, scoreDaysOldMax: 2, wayBackSpareDaysMin: 0 };

export interface ApprovalRules {
  readonly requiredPerGate: Readonly<Record<GateName, number>>;
  readonly expireAfterHours: number;
  readonly preventSelfReview: boolean;
}

export interface Policy {
  readonly name: string;
  readonly description: string;
  readonly approvals: ApprovalRules;
  readonly gateRunExpiresAfterHours: number;
  readonly readiness: ReadinessThresholds;
  readonly evaluation: EvaluationThresholds;
  readonly shadow: ShadowThresholds;
  readonly rollout: RolloutPlan;
  readonly guardrails: GuardrailThresholds;
  /** Left out in policies that are older than it: `lockInThresholdsOf` says what holds then. */
  readonly lockIn?: LockInThresholds;
}

export function lockInThresholdsOf(policy: Policy): LockInThresholds {
  return policy.lockIn ?? usualLockInThresholds;
}

/** A policy as it is written: with the reason for each number, keyed by its dotted path. */
export interface ReasonedPolicy {
  readonly policy: Policy;
  readonly reasons: Readonly<Record<string, string>>;
}

/** A policy is frozen, and every gate run names its digest. */
const digests = new WeakMap<Policy, string>();

/** `sha256:` digest of the numbers alone: a better worded reason is not another policy. */
export function policyDigest(policy: Policy): string {
  const digest = digests.get(policy) ?? digestOf(policy);
  digests.set(policy, digest);
  return digest;
}
