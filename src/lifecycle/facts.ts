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

/** Rows of one source and what was ruled on training with them. */
export interface RowsOfSource {
  /** Such as `vendor:openai/api` or `import:imp_…`. */
  readonly source: string;
  readonly rows: number;
  /** `permitted`, `acknowledge`, `blocked` or `unknown`. */
  readonly ruling: string;
}

export interface ReadinessReport {
  readonly verdict: Outcome | 'warn';
  readonly datasetDigest: string;
  readonly checks: readonly ReadinessCheck[];
  readonly usableTrainRows: number;
  readonly holdoutRows: number;
  readonly missingRows: number | null;
  /** Left out by reports that are older than it. */
  readonly rights?: readonly RowsOfSource[];
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

/** How tightly the project is tied: 0 to 100, with the interval that what is unknown leaves open. */
export interface LockInScore {
  readonly score: number;
  readonly low: number;
  readonly high: number;
  /** 0 to 1. */
  readonly confidence: number;
  /** Null: not assessed, to be treated like `high`. */
  readonly band: string | null;
  readonly floors: readonly { readonly name: string; readonly blocks: boolean; readonly because: string }[];
  readonly blockedBecause: readonly string[];
  /** A model in use ends before the project can have left; null: none does. */
  readonly forced: { readonly because: string; readonly shutdownOn: string; readonly daysLeft: number } | null;
}

/** One condition of a licence, as it stands for the use that was declared. */
export interface LicenceCondition {
  readonly id: string;
  /** `met`: nothing is asked here, or it holds. `duty`: somebody has to accept it. `unknown`: nobody said. `broken`: it does not hold. */
  readonly state: 'met' | 'duty' | 'unknown' | 'broken';
  readonly text: string;
}

/** What the licence of the candidate asks of this use. */
export interface RightsRuling {
  readonly model: string;
  /** `closed`, `open-weights` or `open`; null: the catalogue does not know the model. */
  readonly openness: string | null;
  /** Null: none is on file. */
  readonly licence: string | null;
  readonly conditions: readonly LicenceCondition[];
}

/** How long the incumbent's model goes on being served, by what was announced. */
export interface IncumbentLife {
  readonly model: string;
  /** False: the catalogue knows nothing of it. */
  readonly isKnown: boolean;
  /** ISO day; null: none is announced. */
  readonly shutdownOn: string | null;
  /** Negative: it is over. Null without a day. */
  readonly daysLeft: number | null;
  readonly leadTimeDays: number;
  readonly replacements: readonly string[];
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
  readonly 'lockin.score': LockInScore;
  readonly 'rights.ruling': RightsRuling;
  readonly 'incumbent.life': IncumbentLife;
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
