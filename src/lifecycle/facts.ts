// What a gate judges by: the time, the policy, the ruling evidence of each kind, and where the project stands. The shapes
// below are what the measuring rooms put into `value`; they are read defensively, because evidence outlives versions.
import type { Evidence, EvidenceKind } from '../kernel/evidence.js';
import type { Policy } from '../kernel/policy.js';
import type { Outcome } from '../kernel/verdict.js';

export interface IntakeAssessment {
  readonly task: string;
  readonly incumbentModel: string;
  readonly candidateModel: string;
  readonly owner: string;
  readonly criticality: string;
}

export interface ReadinessCheck {
  readonly id: string;
  readonly outcome: Outcome | 'warn';
  readonly blocking: boolean;
  readonly value: number | null;
  readonly unit: string;
  readonly warn: number | null;
  readonly fail: number | null;
  readonly text: string;
  readonly remedy: string;
}

export interface ReadinessReport {
  readonly verdict: Outcome | 'warn';
  readonly datasetDigest: string;
  readonly checks: readonly ReadinessCheck[];
  readonly usableTrainRows: number;
  readonly holdoutRows: number;
  readonly missingRows: number | null;
}

export interface DatasetFrozen {
  readonly datasetId: string;
  readonly datasetDigest: string;
  readonly trainRows: number;
  readonly holdoutRows: number;
}

/** Run, recipe and data set are null for a candidate that was brought: it was trained elsewhere. */
export interface TrainingRun {
  readonly runId: string | null;
  readonly recipe: string | null;
  readonly datasetDigest: string | null;
  readonly artefactDigest: string | null;
  readonly trainRows: number | null;
  readonly trainSeconds: number | null;
  readonly servedModel: string | null;
  /** `succeeded` is the only good end of a run; `brought` is a candidate that was found where it is served. */
  readonly state: string;
}

export interface EvaluationComparison {
  readonly evaluationId: string;
  readonly datasetDigest: string;
  readonly artefactDigest: string;
  /** Pairs: questions that both sides were asked. */
  readonly n: number;
  readonly bothCorrect: number;
  readonly onlyCandidateCorrect: number;
  readonly onlyIncumbentCorrect: number;
  readonly bothWrong: number;
  readonly incumbentAccuracy: number | null;
  readonly candidateAccuracy: number | null;
  /** Candidate minus incumbent, as a share. */
  readonly difference: number | null;
  readonly differenceLow: number | null;
  readonly differenceHigh: number | null;
  readonly confidence: number | null;
  readonly margin: number;
  readonly alpha: number;
  readonly z: number | null;
  readonly pValueOneSided: number | null;
  readonly requiredPairs: number | null;
  readonly method: string;
  readonly outcome: Outcome;
}

export interface ShadowAgreement {
  readonly attempt: number;
  readonly since: number;
  readonly pairs: number;
  readonly agreeing: number;
  readonly agreementLow: number | null;
  readonly agreementHigh: number | null;
  readonly candidateFailures: number;
  readonly failureShareHigh: number | null;
}

export interface GuardrailReading {
  readonly id: string;
  readonly outcome: Outcome;
  readonly measured: number | null;
  readonly bound: number | null;
  readonly n: number | null;
  readonly text: string;
}

export interface GuardrailWindow {
  readonly attempt: number;
  readonly since: number;
  readonly stepEnteredAt: number;
  readonly weightPercent: number;
  readonly candidateExchanges: number;
  readonly incumbentExchanges: number;
  readonly guardrails: readonly GuardrailReading[];
}

export interface FallbackCheck {
  readonly healthy: boolean;
  readonly checkedAt: number;
  readonly latencyMs: number | null;
}

/** Which kind of evidence carries which value. */
export interface EvidenceValues {
  readonly 'intake.assessment': IntakeAssessment;
  readonly 'readiness.report': ReadinessReport;
  readonly 'dataset.frozen': DatasetFrozen;
  readonly 'training.run': TrainingRun;
  readonly 'evaluation.comparison': EvaluationComparison;
  readonly 'shadow.agreement': ShadowAgreement;
  readonly 'guardrail.window': GuardrailWindow;
  readonly 'fallback.check': FallbackCheck;
}

export interface Facts {
  /** Milliseconds since the epoch. */
  readonly now: number;
  readonly policy: Policy;
  /** The ruling evidence of each kind; absent where there is none. */
  readonly evidence: Partial<Record<EvidenceKind, Evidence>>;
  readonly attempt: number;
  readonly stepEnteredAt: number;
  /** Milliseconds that the current step has been on hold. */
  readonly pausedMs: number;
  readonly weightPercent: number;
  readonly project: {
    readonly incumbentModel: string;
    readonly candidateModel: string;
    readonly task: string;
  };
}
